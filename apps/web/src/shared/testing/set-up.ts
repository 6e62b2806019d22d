import { startLanguage } from '../language/language';
import { answered } from './an-api';

/** What jsdom lacks: nothing is laid out, so nothing is ever resized, and every screen is a desktop. */
class NoResize implements ResizeObserver {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}

const ROOM_PX = 600;

Object.assign(window, {
  ResizeObserver: NoResize,
  matchMedia: (media: string) => ({
    ...{ media, matches: false, onchange: null, dispatchEvent: () => false },
    ...{ addEventListener: () => undefined, removeEventListener: () => undefined },
    ...{ addListener: () => undefined, removeListener: () => undefined },
  }),
  fetch: answered,
  scrollTo: () => undefined,
});
Object.assign(document, { fonts: new EventTarget() });
/** Room for some rows of a grid that shows only what is in sight. */
Object.defineProperty(Element.prototype, 'clientHeight', { get: () => ROOM_PX });
Element.prototype.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

await startLanguage();
