export const ENDPOINT_STATES = ['active', 'paused', 'ended'] as const;
export type EndpointState = (typeof ENDPOINT_STATES)[number];

/** Who or what brought an endpoint into its state. */
export const ENDPOINT_CAUSES = ['officer', 'failures', 'gone'] as const;
export type EndpointCause = (typeof ENDPOINT_CAUSES)[number];

export const ENDPOINT_ACTS = ['pause', 'resume', 'end', 'ping', 'rotate'] as const;
export type EndpointAct = (typeof ENDPOINT_ACTS)[number];

/** What may be done with an endpoint: one that has ended stays so, and nothing leads out of it. */
const ACTS: Readonly<Record<EndpointState, readonly EndpointAct[]>> = {
  active: ['pause', 'end', 'ping', 'rotate'],
  paused: ['resume', 'end', 'rotate'],
  ended: [],
};

export const actsOnEndpoint = (state: EndpointState): readonly EndpointAct[] => ACTS[state];

/** What keeps an address from being a receiver's. */
export type AddressFault = 'form' | 'scheme' | 'credentials';

const MOST = 500;
const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether something may be sent to this address, as far as it can be read: https, or in a sandbox http to the machine it runs on. A name or password in
 * it would be shown to whoever reads the list, and a fragment is never sent. What the name resolves to is judged when something is sent.
 */
export function faultOfAddress(text: string, isSandbox: boolean): AddressFault | undefined {
  const url = text.length <= MOST && URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.hostname === '' || url.hash !== '') return 'form';
  const isPlain = url.protocol === 'http:' && isSandbox && OWN_MACHINE.has(url.hostname);
  if (url.protocol !== 'https:' && !isPlain) return 'scheme';
  return url.username === '' && url.password === '' ? undefined : 'credentials';
}
