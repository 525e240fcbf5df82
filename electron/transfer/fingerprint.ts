import { createHash } from 'node:crypto';

/** Sixty-four plain words that are hard to mishear; six of them are 36 bits. */
const words = [
  ...['松树', '柳树', '竹子', '荷花', '梅花', '菊花', '麦子', '稻谷'],
  ...['大雁', '喜鹊', '老鹰', '燕子', '白鹤', '鲤鱼', '青蛙', '骏马'],
  ...['黄牛', '山羊', '老虎', '大象', '熊猫', '猴子', '松鼠', '蜜蜂'],
  ...['太阳', '月亮', '星星', '白云', '彩虹', '春雨', '大雪', '微风'],
  ...['高山', '江河', '湖水', '海洋', '草原', '沙漠', '田野', '森林'],
  ...['大桥', '灯塔', '钟楼', '水井', '石磨', '木船', '火车', '飞机'],
  ...['铅笔', '算盘', '茶壶', '雨伞', '钥匙', '镜子', '锣鼓', '笛子'],
  ...['苹果', '石榴', '西瓜', '葡萄', '花生', '豆腐', '馒头', '饺子'],
] as const;

/** A short form of a public key that two people can compare over the telephone. */
export interface Fingerprint {
  /** Four groups of four decimal digits: 53 bits. */
  readonly digits: string;
  readonly words: string[];
}

/** The fingerprint of an Ed25519 key given as SPKI DER in base64. */
export function fingerprintOf(publicKey: string): Fingerprint {
  const hash = createHash('sha256').update('touyan device ').update(publicKey).digest();
  const number = hash.readBigUInt64BE(0) % 10n ** 16n;
  const digits = number
    .toString()
    .padStart(16, '0')
    .replace(/(\d{4})(?=\d)/g, '$1 ');
  const chosen = [...hash.subarray(8, 14)].map((byte) => words[byte % words.length] ?? '');
  return { digits, words: chosen };
}
