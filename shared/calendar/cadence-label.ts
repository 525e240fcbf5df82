import type { Anchor, Cadence } from './cadence';
import { type Every, monthNames } from './period';

const names: Record<Every, { zh: string; en: string }> = {
  week: { zh: '每周', en: 'weekly' },
  month: { zh: '每月', en: 'monthly' },
  quarter: { zh: '每季度', en: 'quarterly' },
  'half-year': { zh: '每半年', en: 'half-yearly' },
  year: { zh: '每年', en: 'yearly' },
};

const ends: Record<Every, { zh: string; en: string }> = {
  week: { zh: '周末前', en: 'by the end of the week' },
  month: { zh: '月末前', en: 'by month end' },
  quarter: { zh: '季末前', en: 'by quarter end' },
  'half-year': { zh: '半年末前', en: 'by the end of the half-year' },
  year: { zh: '年末前', en: 'by year end' },
};

/** A day of a month of a period: the year's months have names, the others are counted. */
function monthDayLabel(
  { month, day }: Extract<Anchor, { at: 'month-day' }>,
  every: Exclude<Every, 'week'>,
  language: 'zh' | 'en',
): string {
  if (every === 'month') {
    if (day === 'end') return ends.month[language];
    return language === 'zh' ? `${day}日前` : `by day ${day}`;
  }
  if (language === 'zh') {
    const name = every === 'year' ? `${month}月` : `第${month}个月`;
    return day === 'end' ? `${name}末前` : `${name}${day}日前`;
  }
  const name = every === 'year' ? (monthNames[month - 1] ?? '') : `month ${month}`;
  if (day === 'end') return `by the end of ${name}`;
  return every === 'year' ? `by ${day} ${name}` : `by day ${day} of ${name}`;
}

function dueLabel(due: Anchor, every: Every, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  switch (due.at) {
    case 'end':
      return ends[every][language];
    case 'start':
      return zh ? `第${due.workday}个工作日前` : `by working day ${due.workday}`;
    case 'month-after':
      if (every === 'year') return zh ? '次年1月末前' : 'by the end of January after';
      return zh ? '期后一个月的月末前' : 'by the end of the month after';
    case 'month-day':
      return every === 'week' ? ends.week[language] : monthDayLabel(due, every, language);
  }
}

/** A cadence in words: `每季度（季末前）`, `within 10 working days of the event`. */
export function cadenceLabel(cadence: Cadence, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const join = (head: string, due: string): string =>
    zh ? `${head}（${due}）` : `${head}, ${due}`;
  switch (cadence.type) {
    case 'every':
    case 'automatic':
      return join(names[cadence.every][language], dueLabel(cadence.due, cadence.every, language));
    case 'times': {
      const head = names[cadence.every][language];
      const times = zh ? `${head}${cadence.times}次` : `${cadence.times}× ${head}`;
      return join(times, dueLabel(cadence.due, cadence.every, language));
    }
    case 'standing': {
      const head = zh
        ? `常设，${names[cadence.reviewed].zh}复核`
        : `standing, reviewed ${names[cadence.reviewed].en}`;
      return join(head, dueLabel(cadence.due, cadence.reviewed, language));
    }
    case 'event':
      if (zh) return `事后${cadence.workdays}个工作日内`;
      return cadence.workdays === 1
        ? 'within 1 working day of the event'
        : `within ${cadence.workdays} working days of the event`;
    case 'once': {
      const [year, month, date] = cadence.date.split('-').map(Number);
      return zh ? `一次性（${year}年${month}月${date}日前）` : `once, by ${cadence.date}`;
    }
  }
}
