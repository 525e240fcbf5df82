import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Puts axe into the page, for `violations`. */
export const bringAxe = (page: Page): Promise<unknown> => page.evaluate(axeSource);

/** Serious and critical findings of axe: which rule, and the first place it was found. */
export const violations = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe was put into the page as plain script
    const { axe } = window as any;
    const { violations: found } = await axe.run(document, { resultTypes: ['violations'] });
    return found
      .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }: { id: string; nodes: { target: string[]; html: string }[] }) =>
          `${id}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.html.slice(0, 120)}`,
      );
  });

/** By how many px the page is wider than its window; 0 or less where it fits. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
