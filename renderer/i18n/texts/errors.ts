import { texts } from '../texts';

/** One entry for each error code of the contract; parameters are filled in where main gives them. */
export const errorTexts = texts(
  {
    'errors.bad-input': '这项内容填写不合规，未保存。请检查后重试。',
    'errors.internal':
      '程序出了意外，这一步没有完成，已保存的内容不受影响。请重试；仍不行请重新打开程序。',
    'errors.cancelled': '已取消，没有改动任何内容。',
    'errors.no-workspace': '还没有打开单位的数据。请重新打开程序。',
    'errors.workspace-exists': '这个文件夹里已经有单位数据，未作改动。请直接打开。',
    'errors.workspace-locked':
      '这个单位的数据正在另一处打开（{host}），为免互相覆盖，此处暂不打开。请先关闭那边的程序。',
    'errors.workspace-newer':
      '这份数据由更新版本的程序写成，本程序未作任何改动。请安装新版本后再打开。',
    'errors.workspace-damaged':
      '数据文件有一处损坏（{file} 第 {line} 行），现以只读方式打开，其余内容都在。请先备份数据文件夹，再联系维护人员。',
    'errors.read-only': '当前以只读方式打开，不能修改，已有内容不受影响。',
    'errors.stale-stamp': '数据刚被更新，这一步没有保存。请重试一次。',
    'errors.does-not-fit': '这项内容不符合格式，未保存。请检查后重试。',
    'errors.disk-full': '磁盘空间已满，这一步没有保存，之前的内容都在。请清理磁盘后重试。',
    'errors.no-access':
      '没有写入权限（或介质为只读），这一步没有保存，之前的内容都在。请检查文件夹权限。',
    'errors.disk-failed':
      '磁盘读写出错，这一步没有保存，之前已保存的内容不受影响。请检查磁盘并尽快备份。',
    'errors.folder-gone':
      '数据文件夹找不到了（可能被移走或U盘被拔出），这一步没有保存。请放回原处后重试。',
    'errors.package-unreadable':
      '这个文件不是头雁数据包，或已经损坏，未导入任何内容。请重新拷贝一份。',
    'errors.package-altered':
      '这个数据包的内容与签名不符，可能被改动过，未导入任何内容。请向对方重新索取。',
    'errors.package-newer':
      '这个数据包由更新版本的程序生成，未导入任何内容。请升级本程序后再导入。',
    'errors.package-foreign': '这个数据包属于另一个单位，未导入任何内容。',
    'errors.workspace-not-empty': '本机已有单位数据，为免混淆，未导入任何内容。',
    'errors.print-failed': '打印没有完成：没有可用的打印机或版面未能排好。可以先存为PDF。',
  },
  {
    'errors.bad-input': 'This entry is not valid and was not saved. Please check it and try again.',
    'errors.internal':
      'Something unexpected happened and this step was not done; what was saved is safe. Try again, or reopen the program.',
    'errors.cancelled': 'Cancelled; nothing was changed.',
    'errors.no-workspace': 'No unit is open. Please reopen the program.',
    'errors.workspace-exists':
      'This folder already holds a unit; it was left as it is. Open it instead.',
    'errors.workspace-locked':
      'This unit is open elsewhere ({host}), so it is not opened here. Close the program there first.',
    'errors.workspace-newer':
      'This data was written by a newer version and was left untouched. Install the new version to open it.',
    'errors.workspace-damaged':
      'One place in the data is damaged ({file}, line {line}). It is opened read-only; everything else is there. Back up the data folder, then ask for support.',
    'errors.read-only': 'The data is open read-only and cannot be changed; nothing was lost.',
    'errors.stale-stamp':
      'The data was updated a moment ago and this step was not saved. Please try once more.',
    'errors.does-not-fit': 'This entry does not fit its format and was not saved. Please check it.',
    'errors.disk-full':
      'The disk is full. This step was not saved; everything before it is there. Free some space and try again.',
    'errors.no-access':
      'The folder cannot be written (no permission or read-only medium). This step was not saved; everything before it is there.',
    'errors.disk-failed':
      'The disk failed. This step was not saved; what was saved before is safe. Check the disk and back up soon.',
    'errors.folder-gone':
      'The data folder is gone (moved, or the stick was pulled). This step was not saved. Put it back and try again.',
    'errors.package-unreadable':
      'This file is not a Touyan package or is damaged. Nothing was imported. Copy it again.',
    'errors.package-altered':
      'This package does not match its signature. Nothing was imported. Ask for it again.',
    'errors.package-newer':
      'This package was made by a newer version. Nothing was imported. Update this program first.',
    'errors.package-foreign': 'This package belongs to another unit. Nothing was imported.',
    'errors.workspace-not-empty': 'This PC already holds a unit. Nothing was imported.',
    'errors.print-failed':
      'Printing did not finish: no printer is available or the pages could not be set. You can save a PDF.',
  },
);
