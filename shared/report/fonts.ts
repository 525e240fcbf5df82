/** What a font is for: title, body and first two levels of headings, page numbers. */
export type FontRole = 'title' | 'body' | 'kai' | 'hei' | 'song';

export const fontRoles = ['title', 'body', 'kai', 'hei', 'song'] as const satisfies FontRole[];

interface RoleFonts {
  /** Families to look for on the PC, best first, under every name they are known by. */
  readonly installed: readonly string[];
  /** Families that the app ships, in which characters are looked up one by one. */
  readonly shipped: readonly string[];
  /** Weight of the shipped family that comes nearest; installed ones have but one. */
  readonly weight: 300 | 400 | 700;
  /** The name that every office PC resolves, for files that carry no fonts. */
  readonly usual: string;
}

const serif = ['Paper Serif', 'Noto Serif SC'] as const;

/**
 * The fonts of documents. GB/T 9704-2012 names 小标宋, 仿宋, 楷体, 黑体 and 宋体 without makers: those of
 * Founder, of Windows, of the CESI set on domestic systems and of macOS are taken where they are
 * installed. Otherwise open ones (OFL-1.1) stand in, as there is no open 仿宋 of sound licence: see
 * docs/adr.
 */
export const paperFonts: Readonly<Record<FontRole, RoleFonts>> = {
  title: {
    installed: [
      '方正小标宋简体',
      'FZXiaoBiaoSong-B05S',
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05',
      'CESI小标宋-GB2312',
      'CESI_XBS_GB2312',
    ],
    shipped: serif,
    weight: 700,
    usual: '方正小标宋简体',
  },
  body: {
    installed: [
      '仿宋_GB2312',
      'FangSong_GB2312',
      'CESI仿宋-GB2312',
      'CESI_FS_GB2312',
      '方正仿宋_GBK',
      'FZFangSong-Z02',
      '方正仿宋简体',
      'FZFangSong-Z02S',
      '仿宋',
      'FangSong',
      'STFangsong',
    ],
    shipped: serif,
    weight: 300,
    usual: '仿宋',
  },
  kai: {
    installed: [
      '楷体_GB2312',
      'KaiTi_GB2312',
      'CESI楷体-GB2312',
      'CESI_KT_GB2312',
      '方正楷体_GBK',
      'FZKai-Z03',
      '方正楷体简体',
      'FZKai-Z03S',
      '楷体',
      'KaiTi',
      'STKaiti',
    ],
    shipped: ['LXGW WenKai'],
    weight: 400,
    usual: '楷体',
  },
  hei: {
    installed: [
      '黑体',
      'SimHei',
      'CESI黑体-GB2312',
      'CESI_HT_GB2312',
      '方正黑体_GBK',
      'FZHei-B01',
      '方正黑体简体',
      'FZHei-B01S',
      'STHeiti',
    ],
    shipped: ['Paper Sans', 'Noto Sans SC'],
    weight: 400,
    usual: '黑体',
  },
  song: {
    installed: ['宋体', 'SimSun', 'CESI宋体-GB2312', 'CESI_SS_GB2312', 'STSong'],
    shipped: serif,
    weight: 400,
    usual: '宋体',
  },
};

/** Where no font of a role has a character, any that has it. */
const lastResort: Readonly<Record<FontRole, string>> = {
  title: 'serif',
  body: 'serif',
  kai: 'serif',
  hei: 'sans-serif',
  song: 'serif',
};

/** The font-family list of a role: installed, then shipped, then whatever has the character. */
export function fontChain(role: FontRole): string {
  const { installed, shipped } = paperFonts[role];
  const names = [...installed, ...shipped].map((name) => `"${name}"`);
  return [...names, lastResort[role]].join(', ');
}
