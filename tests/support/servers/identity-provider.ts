import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface RunningProvider {
  readonly issuer: string;
  /** Signs in there as this account and returns where the provider sends the browser: the redirect address with its query. */
  signInAt(address: string, account: string): Promise<URL>;
  stop(): Promise<void>;
}

export const CLIENT = { clientId: 'amanah', clientSecret: 'a-made-up-secret-of-a-test' };

/** A real OpenID provider on this machine, whose people are those who type a name; `name#2` is another person to whom the name was given on. */
export async function runningProvider(redirectUri: string, port = 0): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] },
        ...{ grant_types: ['authorization_code'], response_types: ['code'] },
      },
    ],
    claims: { profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_context, name) => ({
      accountId: name,
      claims: () => ({ sub: name, preferred_username: name.split('#')[0] }),
    }),
  });
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return {
    issuer,
    signInAt: (address, account) => walk(new URL(address), account, redirectUri),
    stop: () => closed(server),
  };
}

/** As a browser would: cookies kept, redirects followed, the two forms of the provider sent. */
async function walk(start: URL, account: string, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = start;
  let body: URLSearchParams | undefined;
  for (let steps = 0; steps < 12; steps += 1) {
    if (at.href.startsWith(redirectUri)) return at;
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next !== null) [at, body] = [new URL(next, at), undefined];
    else {
      const page = await response.text();
      at = new URL(/<form[^>]* action="([^"]+)"/.exec(page)?.[1] ?? at.href, at);
      body = formOf(page, account);
    }
  }
  throw new Error('the provider never sent the browser back');
}

function formOf(page: string, account: string): URLSearchParams {
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'login';
  return new URLSearchParams(prompt === 'login' ? { prompt, login: account, password: 'any' } : { prompt });
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => {
      resolve();
    });
  });
