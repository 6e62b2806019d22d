/** The nonce with which this page's own styles may be added: the server has put it into the page. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

declare global {
  /** Where get-nonce looks, which the components use that lock the page behind a dialogue. */
  var __webpack_nonce__: string | undefined;
}

globalThis.__webpack_nonce__ = styleNonce;
