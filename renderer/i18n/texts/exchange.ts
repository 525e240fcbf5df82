import { texts } from '../texts';

export const exchangeTexts = texts(
  {
    'exchange.title': '数据交换',
    'exchange.sentence': '用U盘把本单位的记录带到另一台电脑。',
    'exchange.export': '导出',
    'exchange.export.what':
      '把本单位的全部共享记录写成一个数据包文件。尚未提交的自评草稿不会写进去。',
    'exchange.secrets': '数据包未加密，请按规定保管；禁止存入国家秘密、工作秘密。',
    'exchange.export.do': '导出到文件…',
    'exchange.export.busy': '正在导出…',
    'exchange.done': '已写好并核对无误，可以安全拔出U盘',
    'exchange.reveal': '在文件夹中显示',
    'exchange.import': '导入',
    'exchange.import.what':
      '在还没有数据的电脑上第一次打开程序时，选择“从数据包建立”，即可得到同样的记录。',
    'exchange.receipt': '回执',
    'exchange.receipt.path': '文件',
    'exchange.receipt.unit': '单位',
    'exchange.receipt.author': '导出人',
    'exchange.receipt.madeAt': '时间',
    'exchange.receipt.content': '内容',
    'exchange.receipt.counts': '{changeSets} 次操作，{changes} 项改动',
    'exchange.receipt.size': '大小',
    'exchange.receipt.sha256': '校验码 SHA-256',
  },
  {
    'exchange.title': 'Exchange',
    'exchange.sentence': 'Carry the records of the unit to another PC on a stick.',
    'exchange.export': 'Export',
    'exchange.export.what':
      'Writes all shared records of the unit to one package file. Drafts of self-ratings stay here.',
    'exchange.secrets':
      'The package is not encrypted: keep it as the rules demand, and never store secrets in it.',
    'exchange.export.do': 'Export to a file …',
    'exchange.export.busy': 'Exporting …',
    'exchange.done': 'Written and verified; the stick can be removed safely',
    'exchange.reveal': 'Show in folder',
    'exchange.import': 'Import',
    'exchange.import.what':
      'On a PC without data, start the program and choose "Set up from a package".',
    'exchange.receipt': 'Receipt',
    'exchange.receipt.path': 'File',
    'exchange.receipt.unit': 'Unit',
    'exchange.receipt.author': 'Exported by',
    'exchange.receipt.madeAt': 'Time',
    'exchange.receipt.content': 'Content',
    'exchange.receipt.counts': '{changeSets} actions, {changes} changes',
    'exchange.receipt.size': 'Size',
    'exchange.receipt.sha256': 'SHA-256',
  },
);
