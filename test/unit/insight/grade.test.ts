import { describe, expect, it } from 'vitest';
import { scales } from '../../../shared/catalogue/scale';
import { formatScore, scoreLabel, scoreOfKey } from '../../../shared/insight/grade';

describe('a score as the unit reads it', () => {
  it.each([
    { score: null, scale: 'four' as const, zh: '未评' },
    { score: 100, scale: 'four' as const, zh: '好' },
    { score: 90, scale: 'four' as const, zh: '好' },
    { score: 89.9, scale: 'four' as const, zh: '较好' },
    { score: 60, scale: 'four' as const, zh: '一般' },
    { score: 0, scale: 'four' as const, zh: '差' },
    { score: 75, scale: 'five' as const, zh: '4分' },
    { score: 86.46, scale: 'hundred' as const, zh: '86.5分' },
  ])('$score on $scale', ({ score, scale, zh }) => {
    expect(scoreLabel(score, scale).zh).toBe(zh);
  });

  it('has at most one decimal', () => {
    expect([86, 86.04, 86.25].map(formatScore)).toEqual(['86', '86', '86.3']);
  });

  it('comes from the key of its grade and reads as it again', () => {
    for (const scale of ['four', 'five'] as const) {
      for (const { key, text } of scales[scale]) {
        const score = scoreOfKey(key, scale);
        expect(scoreLabel(score ?? null, scale)).toEqual(text);
      }
      expect(scoreOfKey('0', scale)).toBeUndefined();
    }
    expect(scoreOfKey('1', 'hundred')).toBeUndefined();
  });
});
