import { AxeBuilder } from '@axe-core/playwright';
import type { Visitor } from './browser.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What breaks a rule of WCAG 2.2 AA on the page as it is, and how far the page reaches beyond the screen. */
export async function faultsOf({ page }: Visitor): Promise<string[]> {
  // No page has a frame: the plain mode does without a second page to gather the frames' answers in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  const beyond = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(beyond > 0 ? [`${beyond} px beyond the screen`] : []),
  ];
}
