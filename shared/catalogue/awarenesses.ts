import { type DimensionHeading, original, proposed, quoted, type Ratable, type Row } from './row';

/** The five awarenesses (五个意识) of the essay ¶4; not the Party's 四个意识. */
export const awarenesses = [
  {
    id: 'A1',
    parent: null,
    text: { zh: '主动意识', en: 'Initiative' },
    short: { zh: '主动', en: 'Initiative' },
    provenance: original(4),
  },
  {
    id: 'A2',
    parent: null,
    text: { zh: '担当意识', en: 'Responsibility' },
    short: { zh: '担当', en: 'Responsibility' },
    provenance: original(4),
  },
  {
    id: 'A3',
    parent: null,
    text: { zh: '市场意识', en: 'Market sense (resources and demand)' },
    short: { zh: '市场', en: 'Market' },
    provenance: original(4),
  },
  {
    id: 'A4',
    parent: null,
    text: { zh: '开放意识', en: 'Openness' },
    short: { zh: '开放', en: 'Openness' },
    provenance: original(4),
  },
  {
    id: 'A5',
    parent: null,
    text: { zh: '创新意识', en: 'Innovation' },
    short: { zh: '创新', en: 'Innovation' },
    provenance: original(4),
  },
] as const satisfies readonly DimensionHeading[];

/** Three indicators each, in the essay's words from elsewhere. */
export const awarenessIndicators = [
  {
    id: 'A1.1',
    parent: 'A1',
    text: {
      zh: '学习走在前：先学一步、多学一点、学深一些',
      en: 'Is ahead in study: one step earlier, a little more, more deeply',
    },
    provenance: quoted(4),
  },
  {
    id: 'A1.2',
    parent: 'A1',
    text: {
      zh: '身先士卒，主动参与到具体工作中，做多一点、做好一点',
      en: 'Is in the front line, takes part in concrete work unprompted, does a little more and a little better',
    },
    provenance: quoted(4),
  },
  {
    id: 'A1.3',
    parent: 'A1',
    text: {
      zh: '自我充电加压，主动查找短板',
      en: 'Recharges, sets demanding goals and looks for weak points unprompted',
    },
    provenance: quoted(8),
  },
  {
    id: 'A2.1',
    parent: 'A2',
    text: {
      zh: '负责好一条工作线、抓好一个联系点、包好一个大项目',
      en: 'Answers for a line of work, looks after a contact point and takes charge of a big project',
    },
    provenance: quoted(9),
  },
  {
    id: 'A2.2',
    parent: 'A2',
    text: {
      zh: '重担敢挑、肩上有指标，一级抓一级、层层抓落实',
      en: 'Shoulders heavy loads and targets, and sees them carried out level by level',
    },
    provenance: quoted(9),
  },
  {
    id: 'A2.3',
    parent: 'A2',
    text: {
      zh: '贯彻有力、工作扎实，自觉接受奖惩与责任追究',
      en: 'Implements with vigour, works solidly, and accepts reward, penalty and accountability',
    },
    provenance: quoted(9),
  },
  {
    id: 'A3.1',
    parent: 'A3',
    text: {
      zh: '视人才为第一资源，善用人才和技术',
      en: 'Treats talent as the first resource and makes good use of talent and technology',
    },
    provenance: quoted(8),
  },
  {
    id: 'A3.2',
    parent: 'A3',
    text: {
      zh: '争取一切可用的政策资源条件',
      en: 'Wins every policy resource and condition that can be used',
    },
    provenance: quoted(8),
  },
  {
    id: 'A3.3',
    parent: 'A3',
    text: {
      zh: '着眼业务实际，讲求效果与动机相统一、优势互补',
      en: 'Looks at the reality of the work: effect at one with motive, strengths that complement each other',
    },
    provenance: quoted(4, 5),
  },
  {
    id: 'A4.1',
    parent: 'A4',
    text: {
      zh: '走出去、请进来，向先进单位和个人学',
      en: 'Goes out and invites in, learns from advanced units and people',
    },
    provenance: quoted(8, 13),
  },
  {
    id: 'A4.2',
    parent: 'A4',
    text: {
      zh: '左右知先进，胸中有全局',
      en: 'Knows the best of the peers and holds the whole in mind',
    },
    provenance: quoted(13),
  },
  {
    id: 'A4.3',
    parent: 'A4',
    text: {
      zh: '广泛征求意见和建议，落实公开，加强干群沟通',
      en: 'Seeks opinions and suggestions widely, practises disclosure, talks with staff',
    },
    provenance: quoted(11),
  },
  {
    id: 'A5.1',
    parent: 'A5',
    text: { zh: '思想解放、破旧立新', en: 'Frees the mind, replaces the old with the new' },
    provenance: quoted(7),
  },
  {
    id: 'A5.2',
    parent: 'A5',
    text: {
      zh: '把握问题导向，选准“突破口”',
      en: 'Is led by problems and picks the point of breakthrough',
    },
    provenance: quoted(8, 5),
  },
  {
    id: 'A5.3',
    parent: 'A5',
    text: {
      zh: '探索尝试新机制、新做法，保护和发挥一线职工的创造性',
      en: 'Tries new mechanisms and new ways, protects and brings out the creativity of front-line staff',
    },
    provenance: quoted(8, 4),
  },
] as const satisfies readonly Ratable[];

/** Shared outcomes of the whole team (共同成效), with their heading. */
export const sharedOutcomes = [
  {
    id: 'C',
    parent: null,
    text: { zh: '共同成效', en: 'Shared outcomes of the team' },
    provenance: proposed,
  },
  {
    id: 'C1',
    parent: 'C',
    text: {
      zh: '把一线职工的积极性、创造性保护好、引导好、发挥好',
      en: 'The zeal and creativity of front-line staff are protected, guided and brought out',
    },
    provenance: original(4),
  },
  {
    id: 'C2',
    parent: 'C',
    text: {
      zh: '职工群众在履职守则上上下互动、整体联动',
      en: 'In performing duties and keeping rules, staff interact up and down and move as one',
    },
    provenance: original(4),
  },
  {
    id: 'C3',
    parent: 'C',
    text: {
      zh: '在落实工作的执行力上优势互补、相得益彰',
      en: 'In getting work done, strengths complement and enhance each other',
    },
    provenance: original(4),
  },
] as const satisfies readonly Row[];
