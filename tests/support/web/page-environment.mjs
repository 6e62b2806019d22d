import { TestEnvironment } from 'jest-environment-jsdom';

/** What a browser has and jsdom has not, taken from Node. */
const FROM_NODE = { Headers, Response, TextDecoder, TextEncoder, structuredClone };

/** A page without a browser. Its requests are Node's, with addresses read from where the page is, as a browser does. */
export default class PageEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const { location } = this.global;
    class PageRequest extends Request {
      constructor(input, init) {
        super(typeof input === 'string' ? new URL(input, location.href) : input, init);
      }
    }
    Object.assign(this.global, FROM_NODE, { Request: PageRequest });
  }
}
