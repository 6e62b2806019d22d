import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { Config, ProviderConfig } from '#config';
import { DomainError } from '#domain';
import type { ProviderAccount } from '#persistence';
import { CONFIG } from '../shared/config.js';

/** What is kept between going to the provider and coming back; whoever holds it is the browser that went. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider says that somebody is. */
export interface ProvedIdentity extends ProviderAccount {
  /** Of an officer of the register, as the configured claim has it; undefined where it is no text. */
  readonly username: string | undefined;
}

/**
 * The ministry's identity provider: OpenID Connect, authorization code with PKCE, state and nonce
 * (OpenID Connect Core 1.0 §3.1; RFC 9700 §2.1). What it answers is checked by `openid-client`.
 */
@Injectable()
export class IdentityProvider {
  #known: Promise<oidc.Configuration> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get name(): string | null {
    return this.config.provider?.name ?? null;
  }

  /** Where the browser goes, and what it keeps meanwhile. Throws PROVIDER_OFF, PROVIDER_UNREACHABLE. */
  async begin(): Promise<{ address: string; journey: Journey }> {
    const { redirectUri } = this.#settings();
    const known = await this.#discovered();
    const journey = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const address = oidc.buildAuthorizationUrl(known, {
      ...{ redirect_uri: redirectUri, scope: 'openid profile', state: journey.state, nonce: journey.nonce },
      code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, journey };
  }

  /** Who came back with this query. Throws PROVIDER_OFF, PROVIDER_UNREACHABLE, PROVIDER_DECLINED, PROVIDER_ANSWER for what doesn’t hold. */
  async finish(query: string, { state, nonce, verifier }: Journey): Promise<ProvedIdentity> {
    const { redirectUri, claim } = this.#settings();
    const known = await this.#discovered();
    const cameBackTo = new URL(redirectUri);
    cameBackTo.search = query;
    try {
      const answer = await oidc.authorizationCodeGrant(known, cameBackTo, {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
      });
      const claims = answer.claims();
      if (claims === undefined) throw new DomainError('PROVIDER_ANSWER', 'the answer names nobody');
      const username = claims[claim];
      return { issuer: claims.iss, subject: claims.sub, username: typeof username === 'string' ? username : undefined };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  #settings(): ProviderConfig {
    if (this.config.provider === undefined) throw new DomainError('PROVIDER_OFF', 'no identity provider is set up');
    return this.config.provider;
  }

  /** Read once, and anew where that failed: a provider may start after Amanah. */
  async #discovered(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings();
    const isPlain = issuer.startsWith('http:');
    this.#known ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: 10,
      // The configuration lets a sandbox alone have one without TLS.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out, and to go nowhere else
      execute: isPlain ? [oidc.allowInsecureRequests] : [],
    });
    try {
      return await this.#known;
    } catch {
      this.#known = undefined;
      throw new DomainError('PROVIDER_UNREACHABLE', 'the identity provider does not answer');
    }
  }
}

/** What a provider or its answer can be wrong with, without what it said: that may name a person. */
function refusalOf(error: unknown): unknown {
  if (error instanceof oidc.AuthorizationResponseError) {
    return new DomainError('PROVIDER_DECLINED', 'the provider did not sign them in', { reason: error.error });
  }
  if (error instanceof oidc.ClientError || error instanceof oidc.ResponseBodyError) {
    return new DomainError('PROVIDER_ANSWER', 'the answer does not hold');
  }
  return error instanceof TypeError ? new DomainError('PROVIDER_UNREACHABLE', 'the provider does not answer') : error;
}
