import { periodLabel } from '../../calendar/period';
import { rowById } from '../../catalogue/catalogue';
import type { Bilingual } from '../../catalogue/row';
import { formatScore, scoreLabel } from '../../insight/grade';
import { leadingId, type TeamScore, teamDimensions } from '../../insight/score';
import type { Column, Drafter } from '../drafter';
import { clausesText, namesText } from '../wording';
import { attachmentLabel } from './attachments';
import type { SummaryFacts, TeamFact } from './facts';
import { mostRows } from './plan';

const leadingName: Bilingual = { zh: '以身作则', en: 'Leading by example' };

const dimensionName = (id: string): Bilingual =>
  id === leadingId ? leadingName : (rowById(id)?.text ?? { zh: id, en: id });

/** 班子自评与作风: who rated, the team's medians with radar and table, and conduct. */
export function draftTeam(draft: Drafter, facts: SummaryFacts): void {
  const { team } = facts;
  const isScored = team.scores.some(({ count }) => count > 0);
  draft.paragraph('team.ratings', whoRated(team), seeTable(facts));
  draft.paragraph(
    'team.scores',
    isScored ? (team.rows.length > mostRows ? spread(facts) : medians(facts)) : undefined,
  );
  // Beside the table of a large team, the radar of the attachment shows both periods.
  const isShort = isScored && team.rows.length <= mostRows;
  draft.paragraph('team.change', isShort ? comparison(team) : undefined);
  draft.paragraph('team.conduct', conduct(facts));
  if (!isScored) return;
  if (team.rows.length > mostRows) return;
  drawRadar(draft, team);
  tabulate(draft, team);
}

/** Where the sheets stand, if not in the text. */
function seeTable(facts: SummaryFacts): Bilingual | undefined {
  if (facts.team.rows.length <= mostRows) return undefined;
  const { zh, en } = attachmentLabel(facts, 'team');
  return { zh: `各人自评见${zh}。`, en: `The sheets are in ${en}.` };
}

function whoRated({ period, submitted, missing }: TeamFact): Bilingual | undefined {
  const total = submitted.length + missing.length;
  if (total === 0) return undefined;
  const zh = periodLabel(period, 'zh');
  const en = periodLabel(period, 'en');
  const names = namesText(missing.map(({ name }) => name));
  if (submitted.length === 0) {
    return {
      zh: `班子成员${total}名，均尚未提交${zh}自评。`,
      en: `None of the ${total} members of the team has submitted a self-rating for ${en} yet.`,
    };
  }
  if (missing.length === 0) {
    return {
      zh: `班子成员${total}名，均已提交${zh}自评。`,
      en: `All ${total} members of the team submitted their self-rating for ${en}.`,
    };
  }
  return {
    zh: `班子成员${total}名，${submitted.length}名已提交${zh}自评，${names.zh}尚未提交。`,
    en: `${submitted.length} of ${total} members submitted their self-rating for ${en}; ${names.en} did not yet.`,
  };
}

/** The medians of awarenesses, abilities and leading by example, each with its grade. */
function medians({ team, unit }: SummaryFacts): Bilingual {
  const scored = team.scores.filter(({ median }) => median !== null);
  const say = (isWanted: (id: string) => boolean, language: 'zh' | 'en'): string =>
    scored
      .filter(({ dimension }) => isWanted(dimension))
      .map(({ dimension, median }) => {
        const name = dimensionName(dimension)[language];
        const number = formatScore(median ?? 0);
        const grade = unit.scale === 'hundred' ? '' : scoreLabel(median, unit.scale)[language];
        if (language === 'en') return `${name} ${number}${grade && ` (${grade})`}`;
        return `${name}${number}分${grade && `（${grade}）`}`;
      })
      .join(language === 'zh' ? '、' : ', ');
  const groups = [
    {
      zh: '五个意识：',
      en: 'awarenesses: ',
      has: (id: string) => id.startsWith('A'),
    },
    {
      zh: '六个能力：',
      en: 'abilities: ',
      has: (id: string) => id.startsWith('B'),
    },
    { zh: '', en: '', has: (id: string) => id === leadingId },
  ].filter(({ has }) => scored.some(({ dimension }) => has(dimension)));
  const zh = groups.map((group) => group.zh + say(group.has, 'zh')).join('；');
  const en = groups.map((group) => group.en + say(group.has, 'en')).join('; ');
  return {
    zh: `按已提交自评的中位数（百分制），${zh}。身心承受能力只供本人对照，不列入汇总。`,
    en: `Medians of the submitted sheets (0–100): ${en}. Mental and physical resilience is for oneself alone and left out.`,
  };
}

/** Between what the medians are, where the attachment shows each of them. */
function spread({ team }: SummaryFacts): Bilingual | undefined {
  const scored = team.scores
    .flatMap(({ dimension, median }) => (median === null ? [] : [{ dimension, median }]))
    .sort((a, b) => a.median - b.median);
  const [low, high] = [scored[0], scored.at(-1)];
  if (!low || !high) return undefined;
  const [from, to] = [formatScore(low.median), formatScore(high.median)];
  const [lowest, highest] = [dimensionName(low.dimension), dimensionName(high.dimension)];
  const zh =
    from === to
      ? `均为${from}分`
      : `在${from}分至${to}分之间，最高的是${highest.zh}，最低的是${lowest.zh}`;
  const en = from === to ? `${from} in all` : `${from} (${lowest.en}) to ${to} (${highest.en})`;
  return {
    zh: `按已提交自评的中位数（百分制），${scored.length}项${zh}。身心承受能力只供本人对照，不列入汇总。`,
    en: `Medians of the submitted sheets (0–100): ${en}. Mental and physical resilience is for oneself alone and left out.`,
  };
}

/** Dimensions whose median moved since the period before, as shown with one decimal. */
function comparison({ scores, before, submitted, missing }: TeamFact): Bilingual | undefined {
  // Medians of part of the team say nothing beside those of the whole.
  if (!before || missing.length > 0 || submitted.length === 0) return undefined;
  const shown = (score: TeamScore | undefined): number | null =>
    score?.median === null || score === undefined ? null : Number(formatScore(score.median));
  const changes = scores.flatMap((score) => {
    const now = shown(score);
    const then = shown(before.find(({ dimension }) => dimension === score.dimension));
    return now === null || then === null
      ? []
      : [{ name: dimensionName(score.dimension), by: now - then }];
  });
  if (changes.length === 0) return undefined;
  const list = (sign: 1 | -1, language: 'zh' | 'en'): string =>
    changes
      .filter(({ by }) => by * sign > 0.05)
      .map(({ name, by }) => {
        const points = formatScore(Math.abs(by));
        return language === 'zh' ? `${name.zh}（${points}分）` : `${name.en} (${points})`;
      })
      .join(language === 'zh' ? '、' : ', ');
  const up = { zh: list(1, 'zh'), en: list(1, 'en') };
  const down = { zh: list(-1, 'zh'), en: list(-1, 'en') };
  if (up.zh === '' && down.zh === '') {
    return {
      zh: '各项与上期持平。',
      en: 'Nothing moved since the period before.',
    };
  }
  const parts = clausesText([
    up.zh === '' ? undefined : { zh: `提高的有${up.zh}`, en: `up: ${up.en}` },
    down.zh === '' ? undefined : { zh: `下降的有${down.zh}`, en: `down: ${down.en}` },
  ]);
  return {
    zh: `与上期相比，${parts.zh}。`,
    en: `Since the period before – ${parts.en}.`,
  };
}

function conduct({ leadersStudied, words }: SummaryFacts): Bilingual | undefined {
  if (leadersStudied === 0) return undefined;
  return {
    zh: `班子成员带头参加集中学习、在职培训和党员活动，${words.current.zh}共${leadersStudied}人次。`,
    en: `Members of the team took part in study, training and Party days ${leadersStudied} times.`,
  };
}

const shownScore = (score: number | null): number | null =>
  score === null ? null : Number(formatScore(score));

/** The medians of the team as a radar, beside those of the period before. */
export function drawRadar(draft: Drafter, { period, scores, before }: TeamFact): void {
  const valuesOf = (list: readonly TeamScore[]) =>
    teamDimensions.map(({ id }) =>
      shownScore(list.find(({ dimension }) => dimension === id)?.median ?? null),
    );
  const count = Math.max(...scores.map((score) => score.count));
  draft.chart(
    {
      chart: 'radar',
      labels: teamDimensions.map(({ text }) => draft.say(text)),
      series: [
        {
          name: draft.say({ zh: '本期', en: 'This period' }),
          values: valuesOf(scores),
        },
        ...(before
          ? [
              {
                name: draft.say({ zh: '上期', en: 'Period before' }),
                values: valuesOf(before),
              },
            ]
          : []),
      ],
      max: 100,
    },
    {
      zh: `${periodLabel(period, 'zh')}班子自评中位数（百分制）`,
      en: `Team medians, ${periodLabel(period, 'en')} (0–100)`,
    },
    {
      zh: `已提交自评${count}份，图中为各项中位数。`,
      en: `Medians of ${count} submitted sheets.`,
    },
  );
}

/** The leaders' own scores in order of rank; nobody is placed above another by score. */
export function tabulate(draft: Drafter, { period, rows }: TeamFact, isAttached = false): void {
  const ids = [...teamDimensions.map(({ id }) => id), leadingId];
  const columns: Column[] = [
    { title: { zh: '姓名', en: 'Name' }, width: 21, align: 'center' },
    ...ids.map((id) => ({
      title: draft.language === 'zh' ? dimensionName(id) : { zh: id, en: id },
      width: 12,
      align: 'center' as const,
    })),
  ];
  const caption = {
    zh: `${periodLabel(period, 'zh')}班子成员自评情况表（百分制）`,
    en: `Self-ratings of the team, ${periodLabel(period, 'en')} (0–100)`,
  };
  draft.table(
    isAttached ? { zh: '', en: '' } : caption,
    columns,
    rows.map(({ person, scores }) => [
      person.name,
      ...ids.map((id) => {
        const score = scores.scores.get(id) ?? null;
        return score === null ? '—' : formatScore(score);
      }),
    ]),
  );
}
