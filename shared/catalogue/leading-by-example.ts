import { original, type Ratable } from './row';

/**
 * Leading by example (以身作则): three stances and five habits, rated with the self-rating.
 * Source: essay ¶4.
 */
export const leadingByExample = [
  {
    id: 'W0.1',
    parent: null,
    text: {
      zh: '打铁首先自身硬的决心',
      en: 'Resolved to be strong first: it takes a good blacksmith to make good steel',
    },
    provenance: original(4),
    evidence: { zh: '自评说明', en: 'note of the self-rating' },
  },
  {
    id: 'W0.2',
    parent: null,
    text: {
      zh: '带头参加单位各项政治理论和业务学习',
      en: 'Takes the lead in all political-theory and professional study of the unit',
    },
    provenance: original(4),
    evidence: { zh: '签到、学习记录编号', en: 'attendance sheet, number of the study record' },
    counted: true,
  },
  {
    id: 'W0.3',
    parent: null,
    text: { zh: '身先士卒参与到具体工作中', en: 'Takes part in concrete work in the front line' },
    provenance: original(4),
    evidence: { zh: '参与事项、日期', en: 'what the leader took part in, date' },
    counted: true,
  },
  {
    id: 'W1',
    parent: null,
    text: { zh: '先学一步', en: 'Studies one step ahead' },
    provenance: original(4),
    evidence: {
      zh: '先于集体学习的时间、材料',
      en: 'when and what was studied before the group did',
    },
  },
  {
    id: 'W2',
    parent: null,
    text: { zh: '多学一点', en: 'Studies a little more' },
    provenance: original(4),
    evidence: { zh: '自选学习篇目、学时', en: 'texts of the leader’s own choice, hours' },
  },
  {
    id: 'W3',
    parent: null,
    text: { zh: '学深一些', en: 'Studies more deeply' },
    provenance: original(4),
    evidence: { zh: '心得、调研、授课', en: 'reflections, field research, teaching' },
  },
  {
    id: 'W4',
    parent: null,
    text: { zh: '做多一点', en: 'Does a little more' },
    provenance: original(4),
    evidence: { zh: '额外承担事项', en: 'extra work taken on' },
  },
  {
    id: 'W5',
    parent: null,
    text: { zh: '做好一点', en: 'Does it a little better' },
    provenance: original(4),
    evidence: { zh: '质量、成效佐证', en: 'evidence of quality and effect' },
  },
] as const satisfies readonly Ratable[];
