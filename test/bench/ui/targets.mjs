// 2,000 targets of a year with 24,000 measurements.
import { longTable, notch, scrollTime } from '../input-time.mjs';
import { timed, visit } from '../ui.bench.mjs';

const targets = 2_000;

/** Fills the sample unit by change sets as the window itself would send them. */
export async function prepare(page) {
  const failed = await page.evaluate(async (count) => {
    const opened = await window.touyan.call('workspace.open', null);
    const { device, counter } = opened.value;
    const hex = (number) => number.toString(16).padStart(12, '0');
    const idOf = (index) => `0193a3f0-1111-7abc-8def-${hex(index)}`;
    const indexes = Array.from({ length: count }, (_, index) => index);
    const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));
    const made = indexes.map((index) => ({
      collection: 'target',
      id: idOf(index),
      fields: {
        name: `压力测试目标${index}`,
        year: 2026,
        goal: 1200,
        measure: '件',
        order: 100 + index,
        mechanism: `M${(index % 4) + 1}`,
        spread: index % 2 ? 'workdays' : 'even',
      },
    }));
    const measured = indexes.flatMap((index) =>
      months.map((month) => ({
        collection: 'measurement',
        id: `${idOf(index)}:2026-${month}`,
        fields: { value: 80 + ((index * 7 + Number(month) * 13) % 50), date: `2026-${month}-20` },
      })),
    );
    let next = counter;
    for (const changes of [made, measured]) {
      next += 1;
      // A stamp is the counter as eight letters and figures, a point, and the device.
      const stamp = `${next.toString(36).padStart(8, '0')}.${device}`;
      const wall = '2026-11-23T08:00:00.000Z';
      const set = { stamp, author: '', wall, label: 'target.create', changes };
      const answer = await window.touyan.call('workspace.commit', { set, audience: 'shared' });
      if (!answer.ok) return JSON.stringify(answer.error);
    }
    return '';
  }, targets);
  if (failed) throw new Error(`the unit could not be filled: ${failed}`);
  await page.reload();
  await page.locator('.ty-page-head h1').waitFor();
}

const go = (given) => {
  window.location.hash = given;
};
const hasRows = () => document.querySelectorAll('.ty-table-virtual tbody tr').length > 10;
const hasCharts = () =>
  document.querySelectorAll('.ty-plot').length > 1 &&
  document.querySelectorAll('.ty-bars-row').length > 5;
// What is put there once the page is on the screen: the drawing of recharts, the cells below.
const hasAllCharts = () =>
  document.querySelector('.recharts-line') !== null &&
  document.querySelectorAll('.ty-heat tbody tr').length > 10;
const list = 'targets?month=2026-11';
const charts = 'targets?month=2026-11&view=charts';

export const cases = [
  {
    name: 'targets-list',
    run: async (page) => {
      await visit(page, 'settings', '.ty-page-head h1');
      return timed(page, go, hasRows, `#/${list}`);
    },
  },
  ...[
    ['targets-list-scroll', 512],
    ['targets-list-wheel', notch],
  ].map(([name, step]) => ({
    name,
    run: async (page, round) => {
      if (round === 0) await visit(page, list, '.ty-table-virtual');
      return scrollTime(page, { ...longTable, to: (round + 1) * step });
    },
  })),
  {
    name: 'targets-charts',
    run: async (page) => {
      await visit(page, 'settings', '.ty-page-head h1');
      return timed(page, go, hasCharts, `#/${charts}`);
    },
  },
  {
    name: 'targets-charts-all',
    run: async (page) => {
      await visit(page, 'settings', '.ty-page-head h1');
      return timed(page, go, hasAllCharts, `#/${charts}`);
    },
  },
  ...[
    ['targets-heatmap-scroll', 544],
    ['targets-heatmap-wheel', notch],
  ].map(([name, step]) => ({
    name,
    run: async (page, round) => {
      if (round === 0) await visit(page, charts, '.ty-heat');
      const table = { frame: '.ty-heat-frame', rows: '.ty-heat', rowHeight: 36, inSight: 14 };
      return scrollTime(page, { ...table, to: (round + 1) * step });
    },
  })),
  {
    name: 'targets-charts-group',
    run: async (page, round) => {
      const by = round % 2 ? 'leader' : 'mechanism';
      return timed(
        page,
        go,
        (given) =>
          document.querySelector('select.ty-select-small')?.value === given.split('by=')[1],
        `#/${charts}&by=${by}`,
      );
    },
  },
  {
    name: 'targets-month',
    run: async (page, round) => {
      const month = round % 2 ? '10' : '11';
      return timed(
        page,
        go,
        (given) =>
          document.querySelector('.ty-page-head fieldset strong')?.textContent ===
          `2026年${Number(given.slice(-2))}月`,
        `#/targets?month=2026-${month}`,
      );
    },
  },
  {
    name: 'targets-open-one',
    run: async (page) => {
      await visit(page, list, '.ty-table-virtual');
      return timed(
        page,
        () => document.querySelector('.ty-table-virtual tbody .ty-link').click(),
        () => document.querySelector('.ty-target-facts') !== null,
      );
    },
  },
];
