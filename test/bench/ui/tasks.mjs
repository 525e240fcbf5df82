// 20,000 tasks of a year in a tree of year, quarters and months.
import { answerTime, keyTime, longTable, notch, scrollTime } from '../input-time.mjs';
import { timed, visit } from '../ui.bench.mjs';

const tasks = 20_000;

/** Fills the sample unit by change sets as the window itself would send them. */
export async function prepare(page) {
  const failed = await page.evaluate(async (count) => {
    const opened = await window.touyan.call('workspace.open', null);
    const { device, counter } = opened.value;
    const idOf = (index) => `0193a3f0-2222-7abc-8def-${index.toString(16).padStart(12, '0')}`;
    const two = (number) => String(number).padStart(2, '0');
    // 100 of the year, ten quarter tasks below each, 19 of a month below each of these.
    const make = (index) => {
      const month = (index % 12) + 1;
      const quarter = Math.ceil(month / 3);
      const level = index < 100 ? 0 : index < 1_100 ? 1 : 2;
      const parent =
        level === 0
          ? ''
          : level === 1
            ? idOf((index - 100) % 100)
            : idOf(100 + ((index - 1_100) % 1_000));
      return {
        collection: 'task',
        id: idOf(index),
        fields: {
          period: level === 0 ? '2026' : level === 1 ? `2026-Q${quarter}` : `2026-${two(month)}`,
          parent,
          order: 1_000 + index,
          title: `压力测试任务${index}`,
          goal: index % 9 ? '按时完成' : '',
          due: `2026-${two(level === 0 ? 12 : month)}-${two((index % 27) + 1)}`,
          percent: (index * 7) % 100,
          issued: index % 5 ? '2026-01-05' : '',
          ...(index % 3 === 0 && { closed: `2026-${two(month)}-20` }),
        },
      };
    };
    const all = Array.from({ length: count }, (_, index) => make(index));
    let next = counter;
    for (let from = 0; from < count; from += 5_000) {
      next += 1;
      // A stamp is the counter as eight letters and figures, a point, and the device.
      const stamp = `${next.toString(36).padStart(8, '0')}.${device}`;
      const wall = '2026-11-23T08:00:00.000Z';
      const changes = all.slice(from, from + 5_000);
      const set = { stamp, author: '', wall, label: 'task.create', changes };
      const answer = await window.touyan.call('workspace.commit', { set, audience: 'shared' });
      if (!answer.ok) return JSON.stringify(answer.error);
    }
    return '';
  }, tasks);
  if (failed) throw new Error(`the unit could not be filled: ${failed}`);
  await page.reload();
  await page.locator('.ty-page-head h1').waitFor();
}

const go = (given) => {
  window.location.hash = given;
};
const year = 'tasks?month=2026-11&scope=year';
const hasTasks = () => document.querySelectorAll('[data-task]').length > 5;
const away = (page) => visit(page, 'settings', '.ty-page-head h1');
const opens = (name, hash) => ({
  name,
  run: async (page) => {
    await away(page);
    return timed(page, go, hasTasks, `#/${hash}`);
  },
});

export const cases = [
  opens('tasks-tree', year),
  opens('tasks-board', `${year}&view=board`),
  opens('tasks-calendar', `${year}&view=calendar`),
  opens('tasks-timeline', `${year}&view=timeline`),
  {
    name: 'tasks-tree-unfold',
    run: async (page, round) => {
      if (round === 0) await visit(page, year, '.ty-task-fold');
      const first = page.locator('[data-task]').first();
      await first.focus();
      // Folded again by the way back.
      const isFolded = (await page.locator('.ty-task-fold[aria-expanded="true"]').count()) === 0;
      const time = await keyTime(page, isFolded ? 'ArrowRight' : 'ArrowLeft');
      await page.waitForTimeout(200);
      return time;
    },
  },
  ...[
    ['tasks-list-scroll', 544],
    ['tasks-list-wheel', notch],
  ].map(([name, step]) => ({
    name,
    run: async (page, round) => {
      if (round === 0) await visit(page, `${year}&state=overdue`, '.ty-table-virtual');
      return scrollTime(page, { ...longTable, to: (round + 1) * step });
    },
  })),
  {
    name: 'tasks-timeline-scroll',
    run: async (page, round) => {
      if (round === 0) await visit(page, `${year}&view=timeline`, '.ty-timeline li');
      await page.waitForTimeout(200);
      return answerTime(
        page,
        (given) => {
          window.before = document.querySelector('.ty-timeline [data-task]').dataset.task;
          document.querySelector('.ty-timeline').scrollTop = given;
        },
        () => document.querySelector('.ty-timeline [data-task]')?.dataset.task !== window.before,
        // A screenful further.
        (round + 1) * 512,
      );
    },
  },
  {
    name: 'tasks-filter-letter',
    run: async (page, round) => {
      const field = page.getByRole('searchbox');
      if (round === 0) await visit(page, year, '[data-task]');
      await field.fill('压力');
      await field.focus();
      await page.waitForTimeout(200);
      return keyTime(page, String(round % 10));
    },
  },
  {
    name: 'tasks-filter',
    run: async (page, round) => {
      if (round === 0) await visit(page, year, '[data-task]');
      await page.waitForTimeout(200);
      // Until the tasks that are left are there.
      return answerTime(
        page,
        go,
        (given) => {
          const wanted = decodeURIComponent(given.split('q=')[1]);
          const first = document.querySelector('[data-task]');
          return first?.textContent.includes(wanted) ?? false;
        },
        `#/${year}&q=${encodeURIComponent(`任务${1_000 + round}`)}`,
      );
    },
  },
  {
    name: 'tasks-open-one',
    run: async (page) => {
      await visit(page, `${year}&state=going`, '[data-task]');
      const taken = await timed(
        page,
        () => document.querySelector('[data-task]').click(),
        () => document.querySelector('dialog[open]') !== null,
      );
      await page.keyboard.press('Escape');
      return taken;
    },
  },
  {
    name: 'tasks-choose-one',
    run: async (page, round) => {
      if (round === 0) await visit(page, year, '[data-task]');
      await page.locator('[data-task]').first().focus();
      await page.waitForTimeout(200);
      return keyTime(page, 'x');
    },
  },
  {
    name: 'tasks-save-one',
    run: async (page, round) => {
      await visit(page, `${year}&state=going`, '[data-task]');
      await page.locator('[data-task]').first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: '本次进度（%）' }).fill(`${round + 1}`);
      await page.keyboard.press('Tab');
      await page.waitForTimeout(200);
      return answerTime(
        page,
        () => document.querySelector('dialog[open] button[type="submit"]').click(),
        () => document.querySelector('dialog[open]') === null,
      );
    },
  },
];
