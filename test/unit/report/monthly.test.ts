import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { checkItems } from '../../../shared/catalogue/catalogue';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { passageId } from '../../../shared/model/passage';
import { type Block, documentSchema } from '../../../shared/report/blocks';
import { documentText } from '../../../shared/report/document-text';
import { type MonthlySummaryOptions, monthlySummary } from '../../../shared/report/monthly';
import { typeAreaOf } from '../../../shared/report/paper';
import { shortName } from '../../../shared/report/wording';
import { booksOf, idOf, leader, ratings } from '../insight/books';
import { first, november, second } from './month-of-november';

const calendar = standardCalendar();
const over = { month: '2026-11', today: '2026-12-01', calendar };

const summaryOf = (edits: readonly Edit[], options: Partial<MonthlySummaryOptions> = {}) =>
  monthlySummary(booksOf(...edits), { ...over, ...options });

const ofType = <T extends Block['type']>(document: { blocks: readonly Block[] }, type: T) =>
  document.blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type);

const sectionsOf = (document: { blocks: readonly Block[] }) =>
  new Map(ofType(document, 'paragraph').map(({ section, text }) => [section, text]));

describe('a worked month', () => {
  const document = summaryOf(november);
  const sections = sectionsOf(document);

  it('is a document of the block model with the skeleton of a summary of work', () => {
    expect(documentSchema.safeParse(document).error).toBeUndefined();
    expect(document.title).toBe('某县林业局2026年11月工作总结');
    expect(ofType(document, 'heading').map(({ text }) => text)).toEqual([
      '一、本月工作完成情况',
      '（一）分线工作完成情况',
      '（二）机制运行情况',
      '（三）三个抓手落实情况',
      '（四）班子自评与作风',
      '二、存在的问题和不足',
      '三、下月工作计划',
      '附件1',
      '附件2',
      '附件3',
    ]);
    expect(ofType(document, 'signature')).toEqual([
      { type: 'signature', name: '某县林业局', date: '2026年11月30日' },
    ]);
    expect(ofType(document, 'attachments')[0]?.names).toEqual([
      '2026年11月任务分解表',
      '2026年11月目标完成情况表',
      '2026年11月机制和抓手事项完成情况表',
    ]);
  });

  it.each([
    // October closed 1 of 2 (补植 only in November): 50 %. November closes 3 of 4: 75 %.
    [
      'tasks',
      '本月共有任务4项，其中本月安排3项、以前月份结转1项（见附件1）。截至2026年11月30日，' +
        '已办结3项（其中超期办结2项），办结率75%；未办结1项，均已逾期。办结率比上月提高25个百分点。',
    ],
    // 成活率 from 78 to 90 should stand at 89 after eleven months and stands at 81.
    [
      'targets',
      '年度目标方面，2项目标中1项达到进度，1项滞后（见附件2）。其中1项已达到年度目标值。',
    ],
    // Five of six monthly items of M are open: only 帮带记录 and 每月工作分解 are done.
    // 补植 and 抚育 were closed on 3 and 12 November; the two closed last are named.
    [`tasks.${first}`, '线由甲牵头，共3项任务，全部办结。11月12日办结“抚育”，11月18日办结“造林”。'],
    [
      `tasks.${second}`,
      '乙牵头的线安排任务1项，目前都未完成。余下1项仍需推进，“验收”进度60%，主要因缺苗木。',
    ],
    [
      'grips.G1',
      '抓理论学习方面，开展集中学习2次，应到6人次、实到5人次，计3.5学时，主题为“学法”“学案例”；' +
        '尚有2项逾期。',
    ],
    ['grips.G3', '抓党员活动方面，开展党员活动日1次，参加2人，重点是“植树”。'],
    ['team.ratings', '班子成员2名，1名已提交2026年11月自评，乙尚未提交。'],
    // A1: (95 + 80) / 2; the four-grade scale reads 87.5 as 较好.
    [
      'team.scores',
      '按已提交自评的中位数（百分制），五个意识：主动意识87.5分（较好）；六个能力：' +
        '理论思辨能力80分（较好）；以身作则95分（好）。身心承受能力只供本人对照，不列入汇总。',
    ],
    // 甲 twice at study and once at the party day, 乙 once.
    ['team.conduct', '班子成员带头参加集中学习、在职培训和党员活动，本月共4人次。'],
    [
      'problems.tasks',
      '一是有1项任务逾期未办结：“验收”（牵头领导乙，时限11月27日，完成60%，原因：缺苗木）。',
    ],
    ['problems.targets', '二是有1项目标落后于计划进度：成活率目标90%，现为81%。'],
    ['problems.ratings', '五是有1名班子成员未按时提交自评：乙。'],
    ['problems.reported', '六是工作推进中反映的问题有：缺苗木。'],
    [
      'plan',
      '下月计划办理任务2项，其中新安排1项、结转1项（见下表）。四种机制和三个抓手下月到期事项',
    ],
  ])('says in %s what was worked out by hand', (section, text) => {
    if (section === 'plan') expect(sections.get(section)?.startsWith(text)).toBe(true);
    else expect(sections.get(section)).toBe(text);
  });

  it('has tables with the same values as the text', () => {
    const [scores, plan, tasks, targets] = ofType(document, 'table').map(({ rows }) => rows);
    expect(scores).toEqual([['甲', '87.5', '—', '—', '—', '—', '80', '—', '—', '—', '—', '95']]);
    expect(plan).toEqual([
      ['1', '防火', '验收合格', '12月31日', '甲', '丙'],
      ['2', '验收', '验收合格', '待定（原定11月27日）', '乙', '丙'],
    ]);
    expect(tasks?.map((row) => row.slice(1))).toEqual([
      ['造林', '验收合格', '11月20日', '甲', '丙', '100%', '已办结'],
      ['抚育', '验收合格', '11月10日', '甲', '丙', '100%', '超期办结'],
      ['验收', '验收合格', '11月27日', '乙', '丙', '60%', '逾期'],
      ['补植', '验收合格', '10月30日', '甲', '丙', '100%', '超期办结'],
    ]);
    expect(targets).toEqual([
      ['1', '造林面积', '亩', '—', '100', '120', '120%', '已达到'],
      ['2', '成活率', '%', '78', '90', '81', '90%', '滞后'],
    ]);
  });

  it('has charts with the same values as the tables', () => {
    const [bar, radar] = ofType(document, 'chart');
    expect(bar).toMatchObject({ chart: 'bar', labels: ['造林面积', '成活率'], max: 120 });
    expect(bar?.series[0]?.values).toEqual([120, 90]);
    expect(bar?.sentence).toBe('2项目标中1项达到进度，1项滞后。');
    expect(radar?.labels).toHaveLength(10);
    expect(radar?.series).toHaveLength(1);
    expect(radar?.series[0]?.values).toEqual([
      87.5,
      null,
      null,
      null,
      null,
      80,
      null,
      null,
      null,
      null,
    ]);
  });

  it('prints no draft, no private dimension and nothing of a talk but that it was held', () => {
    const everything = JSON.stringify(document, (key, value: unknown) =>
      key === 'width' ? undefined : value,
    );
    expect(everything).not.toContain('33');
    expect(everything).not.toContain('41');
    expect(everything).not.toContain('调岗');
    expect(sections.get('mechanisms.M4')).toContain('开展谈心谈话1次；');
    expect(ofType(document, 'table')[0]?.columns.map(({ title }) => title)).not.toContain(
      '身心承受能力',
    );
  });

  it('names no sensitive check item, due or overdue', () => {
    const december = { month: '2026-12', today: '2027-01-05' };
    const sensitive = checkItems.filter((item) => item.sensitive === true);
    expect(sensitive.length).toBeGreaterThan(0);
    const everything = JSON.stringify(summaryOf(november, december));
    expect(everything).toContain('政务公开');
    for (const { text } of sensitive) expect(everything).not.toContain(shortName(text).zh);
  });

  it('has distinct column titles, that fit the width of the paper', () => {
    for (const language of ['zh', 'en'] as const) {
      let paper = typeAreaOf('portrait');
      for (const block of summaryOf(november, { language }).blocks) {
        if (block.type === 'page-break') paper = typeAreaOf(block.orientation ?? 'portrait');
        if (block.type !== 'table') continue;
        const { columns, rows } = block;
        expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length);
        const width = columns.reduce((sum, column) => sum + column.width, 0);
        expect(width).toBeGreaterThanOrEqual(paper.width - 6);
        expect(width).toBeLessThanOrEqual(paper.width);
        for (const row of rows) expect(row).toHaveLength(columns.length);
      }
    }
  });
});

describe('a task that was not given out', () => {
  const draft = edit('task', idOf(18), { period: '2026-11', title: '拟办', due: '2026-11-10' });

  it('is no duty: said apart, in no count or table, and not overdue; its gaps are named', () => {
    const sections = sectionsOf(summaryOf([...november, draft]));
    const known = sectionsOf(summaryOf(november)).get('tasks') ?? '';
    expect(sections.get('tasks')).toBe(
      known.replace('均已逾期。', '均已逾期。另有1项尚未下达，未计在内。'),
    );
    expect(sections.get('problems.tasks')).toContain('有1项任务逾期未办结');
    expect(sections.get('problems.clarities')).toContain('有1项任务没有做到“五个明确”');
    const titles = ofType(summaryOf([...november, draft]), 'table').map(({ columns, rows }) => [
      columns.some(({ title }) => title === '状态'),
      rows.some((row) => row.includes('拟办')),
    ]);
    // Not in the table of what was done; in the one of what is ahead, to be given out then.
    expect(titles.filter(([, isNamed]) => isNamed)).toEqual([[false, true]]);
  });

  it('is all there is to say where no other is there', () => {
    const [unit, ...people] = november;
    const rest = people.filter(({ collection }) => collection === 'person');
    const document = summaryOf([...(unit ? [unit] : []), ...rest, draft]);
    expect(sectionsOf(document).get('tasks')).toBe('本月拟定任务1项，均未下达。');
  });
});

describe('a running month', () => {
  it('is dated today and is not said to be up or down on the last one', () => {
    const document = summaryOf(november, { today: '2026-11-17' });
    const tasks = sectionsOf(document).get('tasks') ?? '';
    expect(tasks).toContain('截至2026年11月17日，已办结2项（其中超期办结2项），办结率50%');
    expect(tasks).toContain('上月办结率为50%。');
    expect(sectionsOf(document).has('problems.ratings')).toBe(false);
    expect(ofType(document, 'signature')[0]?.date).toBe('2026年11月17日');
  });

  it('that has not begun says so', () => {
    const document = summaryOf(november, { today: '2026-10-31' });
    expect(sectionsOf(document).get('empty')).toBe(
      '截至2026年10月31日，2026年11月尚未开始，没有可供总结的情况。',
    );
  });
});

describe('what is not recorded', () => {
  it('leaves a short honest document', () => {
    const edits = [edit('unit', 'unit', { name: '某局', founded: '2026-01-01' }), leader(1, '甲')];
    const document = summaryOf(edits);
    expect(documentText(document)).toBe(
      '某局2026年11月工作总结\n' +
        '截至2026年11月30日，2026年11月尚无可供总结的记录：任务分解未录入，年度目标未设定，' +
        '学习培训、党员活动等情况未登记，班子成员1名均未提交自评。\n某局\n2026年11月30日\n',
    );
  });

  it('is not invented', () => {
    const edits = [leader(1, '甲'), ...ratings(first, '2026-11', { 'A1.1': 80 })];
    const sections = sectionsOf(summaryOf(edits));
    expect(sections.get('tasks')).toBe('本月没有下达任务。');
    expect(sections.has('targets')).toBe(false);
    expect(sections.get('team.ratings')).toBe('班子成员1名，均已提交2026年11月自评。');
    expect(sections.has('team.conduct')).toBe(false);
    expect(sections.get('plan')).toMatch(/^下月任务待研究下达。/);
    expect(ofType(summaryOf(edits), 'attachments')[0]?.names).toEqual([
      '2026年11月机制和抓手事项完成情况表',
    ]);
  });

  it('leaves an only attachment without a number', () => {
    const target = edit('target', idOf(21), { name: '造林', year: 2026, goal: 10 });
    // Founded after every due day of the month: no table of duties.
    const document = summaryOf([edit('unit', 'unit', { founded: '2026-12-01' }), target]);
    expect(sectionsOf(document).get('targets')).toContain('（见附件）');
    expect(ofType(document, 'heading').at(-1)?.text).toBe('附件');
    expect(ofType(document, 'chart')).toEqual([]);
  });

  it('says that nothing is wrong only when nothing is', () => {
    // Founded after every due day of the month; one closed task, everything rated.
    const edits = [
      edit('unit', 'unit', { founded: '2026-12-01' }),
      leader(1, '甲'),
      edit('task', idOf(11), {
        period: '2026-11',
        title: '造林',
        goal: '1亩',
        due: '2026-11-20',
        leader: first,
        owner: first,
        closed: '2026-11-20',
      }),
      ...ratings(first, '2026-11', { 'A1.1': 80 }),
    ];
    expect(sectionsOf(summaryOf(edits)).get('problems.none')).toBe(
      '从现有记录看，本月没有逾期任务、滞后目标和逾期未完成事项。',
    );
    expect(sectionsOf(summaryOf(november)).has('problems.none')).toBe(false);
  });
});

describe('comparison with the period before', () => {
  const before = [...ratings(first, '2026-10', { 'A1.1': 90, 'B1.1': 75.5 })];

  it('is made when the whole team submitted', () => {
    const edits = [...november, ...before, ...ratings(second, '2026-11', { 'A1.1': 87.5 })];
    const document = summaryOf(edits);
    expect(sectionsOf(document).get('team.change')).toBe(
      '与上期相比，提高的有理论思辨能力（4.5分），下降的有主动意识（2.5分）。',
    );
    const radar = ofType(document, 'chart').find(({ chart }) => chart === 'radar');
    expect(radar?.series.map(({ values }) => values[0])).toEqual([87.5, 90]);
  });

  it('is not made of a part of the team', () => {
    expect(sectionsOf(summaryOf([...november, ...before])).has('team.change')).toBe(false);
  });
});

describe('passages', () => {
  const rewritten = (document: string, section: string) =>
    edit('passage', passageId(document, '2026-11', section), { text: '另写一段。' });

  it('replace the drafted text of their section and nothing else', () => {
    const plain = summaryOf(november);
    const changed = summaryOf([...november, rewritten('monthly', 'tasks')]);
    expect(sectionsOf(changed).get('tasks')).toBe('另写一段。');
    expect(
      changed.blocks.filter(
        (block) => !plain.blocks.some((one) => JSON.stringify(one) === JSON.stringify(block)),
      ),
    ).toEqual([{ type: 'paragraph', section: 'tasks', text: '另写一段。' }]);
  });

  it('can be left out to see the draft', () => {
    const edits = [...november, rewritten('monthly', 'tasks')];
    expect(summaryOf(edits, { ignorePassages: true })).toEqual(summaryOf(november));
  });

  it('belong to one language and one month', () => {
    const edits = [...november, rewritten('monthly-en', 'tasks')];
    expect(summaryOf(edits)).toEqual(summaryOf(november));
    expect(sectionsOf(summaryOf(edits, { language: 'en' })).get('tasks')).toBe('另写一段。');
  });

  it('have ids that the model accepts for every section', () => {
    for (const section of sectionsOf(summaryOf(november)).keys()) {
      expect(passageId('monthly', '2026-11', section ?? '')).toMatch(
        /^[a-z-]+:\d{4}[A-Za-z0-9-]*:[A-Za-z0-9.-]+$/,
      );
    }
  });
});

describe('in English', () => {
  it('is complete', () => {
    const document = summaryOf(november, { language: 'en' });
    expect(document.language).toBe('en');
    const fixed = documentText(document).replace(
      /[甲乙丙亩线]|某县林业局|造林面积|成活率|造林|抚育|验收合格|验收|补植|防火|学法|学案例|植树|缺苗木/g,
      '',
    );
    expect(fixed).not.toMatch(/\p{Script=Han}/u);
    expect(sectionsOf(document).get('tasks')).toContain('3 were closed (2 late), 75%');
  });
});

it('refuses what is no month', () => {
  for (const month of ['2026', '2026-Q4', '2026-13', 'x']) {
    expect(() => summaryOf(november, { month })).toThrow(RangeError);
  }
});
