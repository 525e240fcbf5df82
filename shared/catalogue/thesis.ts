import { original, type Row } from './row';

/** The essay's chain from thesis to aim (¶2–¶15). */
export const thesis = [
  {
    id: 'T0',
    parent: null,
    text: {
      zh: '加强基层单位机关自身建设，是提高其整体工作水平的关键所在',
      en: 'For a grass-roots unit, building up its own office is the key to raising the standard of all its work',
    },
    provenance: original(2),
  },
  {
    id: 'T1',
    parent: null,
    text: {
      zh: '思路决定出路，态度决定高度',
      en: 'Thinking decides the way out; attitude decides the height reached',
    },
    provenance: original(2),
  },
  {
    id: 'T2',
    parent: null,
    text: {
      zh: '不断提高领导班子的综合素质，建立健全各种机制，强化多种抓手，机关建设事半功倍，为全面履行机关工作职能打下坚实的基础',
      en: 'A better leadership team, sound mechanisms and firm grips give twice the result for half the effort and lay a solid base for all the duties of the office',
    },
    provenance: original(2),
  },
  {
    id: 'T3',
    parent: null,
    text: {
      zh: '五个意识、六个能力，铸造坚强班子领导核心',
      en: 'Five awarenesses and six abilities forge a strong leading core',
    },
    provenance: original(3),
  },
  {
    id: 'T4',
    parent: null,
    text: {
      zh: '四种机制，激发集体凝聚力、创造力、战斗力',
      en: 'Four mechanisms arouse the cohesion, creativity and fighting strength of the collective',
    },
    provenance: original(6),
  },
  {
    id: 'T5',
    parent: null,
    text: {
      zh: '良好的机制建设是思想解放、破旧立新、凝聚心力的关键',
      en: 'Good mechanisms are the key to freeing minds, replacing the old with the new and gathering strength',
    },
    provenance: original(7),
  },
  {
    id: 'T6',
    parent: null,
    text: {
      zh: '三个抓手，确保机关建设和谐稳定；思想认识到位、机关规范化落实到位、基层党组织堡垒作用发挥到位',
      en: 'Three grips keep the office harmonious and stable: thinking is in place, orderly work is in place, and the Party organisation is in place as a stronghold',
    },
    provenance: original(12, 13, 14, 15),
  },
  {
    id: 'T7',
    parent: null,
    text: {
      zh: '班子是一个单位的核心，领导是一个单位的领头雁',
      en: 'The team is the core of a unit; the leader is its lead goose',
    },
    provenance: original(4),
  },
] as const satisfies readonly Row[];
