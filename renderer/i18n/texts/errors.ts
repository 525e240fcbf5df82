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
      '这个单位的数据正在另一处打开（{who}），为免互相覆盖，此处暂不打开。请先关闭那边的程序。',
    'errors.workspace-newer':
      '这份数据由更新版本的程序写成，本程序未作任何改动。请安装新版本后再打开。',
    'errors.workspace-damaged':
      '数据文件有一处损坏（{file} 第 {line} 行），为免扩大，暂时只能查看，其余内容都在。请按“查看并修复”。',
    'errors.workspace-unfinished':
      '上一次修复或加密数据时被中断，内容都在，但要能写入文件夹才能接着做完。请去掉只读、腾出磁盘空间后重新打开。',
    'errors.workspace-copied': '这是数据文件夹的拷贝，现在只能查看。',
    'errors.read-only': '当前以只读方式打开，不能修改，已有内容不受影响。',
    'errors.stale-stamp': '数据刚被更新，这一步没有保存。请重试一次。',
    'errors.breaks-rule': '{sentence}',
    'errors.does-not-fit': '这项内容不符合格式，未保存。请检查后重试。',
    'errors.sealed':
      '这份文书已经封存，内容不能再改动或删除，这一步没有保存。如与事实有出入，请在“文书材料”中登记更正并写明原因。',
    'errors.disk-full': '磁盘空间已满，这一步没有保存，之前的内容都在。请清理磁盘后重试。',
    'errors.no-access':
      '没有写入权限（或介质为只读，或文件正被别的程序打开），这一步没有保存，之前的内容都在。请关闭那个程序或检查文件夹权限后重试。',
    'errors.disk-failed':
      '磁盘读写出错，这一步没有保存，之前已保存的内容不受影响。请检查磁盘并尽快备份。',
    'errors.folder-gone':
      '要读写的文件夹或文件找不到了（可能被移走、改名，或U盘被拔出），这一步没有保存，之前的内容都在。请放回原处，或换一个位置后重试。',
    'errors.package-unreadable':
      '这个文件不是头雁数据包，或已经损坏，未导入任何内容。请重新拷贝一份。',
    'errors.package-altered':
      '这个数据包的内容与签名不符，可能被改动过，未导入任何内容。请向对方重新索取。',
    'errors.package-newer':
      '这个数据包由更新版本的程序生成，未导入任何内容。请升级本程序后再导入。',
    'errors.package-foreign': '这个数据包属于另一个单位，未导入任何内容。',
    'errors.package-locked': '这个数据包已加密，未导入任何内容。请输入对方告诉你的口令。',
    'errors.package-untrusted':
      '第一次收到“{device}”的数据包，未导入任何内容。请与对方核对指纹，一致后再导入。',
    'errors.package-revoked':
      '“{device}”已被取消信任，未导入任何内容。如仍要使用，请先在“互信电脑”中恢复信任。',
    'errors.package-key-changed':
      '“{device}”的签名与以前信任的不同，未导入任何内容。请当面问明对方是否重装过，再核对新指纹。',
    'errors.counter-jump':
      '其中有编号大得不正常的操作（{stamp}），没有写入任何内容。如来自数据包，请对方先“修复数据”，再重做一个。',
    'errors.package-false-own': '“{device}”冒用本机的编号或钥匙，未导入任何内容。',
    'errors.package-partial':
      '这个数据包只含一部分记录，不能用来建立新电脑，未写入任何内容。请向对方索取“全部记录”的数据包。',
    'errors.file-over-limit':
      '这个U盘的格式（FAT32）放不下超过 4 GB 的文件，没有写成，U盘上没有留下残余。请不带附件导出、分时段导出，或换用 exFAT、NTFS 格式的U盘。',
    'errors.safe-mode': '安全模式：两次没有启动完成，或启动时要求，数据还没有打开。',
    'errors.path-too-long': '文件名或文件夹路径太长，没有写成。请换一个短一些的名字或位置。',
    'errors.name-refused': '这个位置不接受这样的文件名，没有写成。请改用不含特殊符号的名字后重试。',
    'errors.device-twice':
      '两台电脑在用同一份拷贝来的数据文件夹（本机编号 {device} 相同、内容不同），未导入任何内容，两边的数据都在。',
    'errors.workspace-not-empty': '本机已有单位数据，为免混淆，未导入任何内容。',
    'errors.print-failed': '打印没有完成：没有可用的打印机或版面未能排好。可以先存为PDF。',
    'errors.locked': '单位的数据已上锁，这一步没有做，已保存的内容都在。请先输入口令打开。',
    'errors.wrong-passphrase':
      '口令或恢复码不对，数据没有改动。请核对大小写和输入法，过 {waitSeconds} 秒再试。',
    'errors.passphrase-wait':
      '刚才几次输错，为防他人猜试，这一次没有核对。请过 {waitSeconds} 秒再试。',
    'errors.weak-passphrase':
      '口令太短或太好猜，没有采用。请用至少 {least} 个字符，如一句自己记得住、别人猜不到的话。',
    'errors.file-empty': '“{name}”是空文件（0 字节），没有添加。请检查原文件后重新选择。',
    'errors.file-too-large': '“{name}”超过 200 MB，没有添加。请压缩或分成几个文件后再添加。',
    'errors.file-not-regular': '“{name}”不是单个文件，没有添加。请打开文件夹选择其中的文件。',
    'errors.file-unreadable':
      '“{name}”读不出来（可能被移走、U盘被拔出或没有权限），没有添加。请检查后重新选择。',
    'errors.file-remote':
      '“{name}”在网络共享或设备路径上，没有读写。请先复制到本机硬盘或U盘，再从那里选择。',
    'errors.file-changed':
      '“{name}”在复制时被另一个程序改动，没有添加。请在那边保存并关闭后重新添加。',
    'errors.file-runnable':
      '“{name}”是程序或脚本，为安全起见不在这里打开，文件仍在。确需使用请先另存。',
    'errors.file-macros':
      '“{name}”带有宏，为安全起见不在这里打开，文件仍在。请先问清来历，再另存使用。',
    'errors.file-not-document': '“{name}”不是文档或图片，不在这里打开，文件仍在。请先另存再使用。',
    'errors.file-no-program':
      '这台电脑没有打开“{name}”的程序，文件仍在。可以另存后换一台电脑打开。',
    'errors.attachment-missing':
      '“{name}”的文件不在这台电脑上，记录不受影响。请重新添加，或从备份中找回。',
    'errors.backup-damaged': '这份备份已经损坏或不完整，没有恢复，原有数据没有变动。请换一份备份。',
    'errors.sheet-encrypted':
      '这个表格文件设有打开密码，读不了，没有改动任何内容。请在 Excel 或 WPS 中取消密码后另存一份，再打开。',
    'errors.sheet-old':
      '这是旧格式的表格（.xls、.et 等），没有改动任何内容。请在 Excel 或 WPS 中“另存为 .xlsx”后再打开。',
    'errors.sheet-other':
      '这个文件其实不是 Excel 表格（{form}），没有改动任何内容。请用 Excel 或 WPS 打开它，“另存为 .xlsx”后再试。',
    'errors.sheet-damaged':
      '这个表格文件已损坏或不完整，没有改动任何内容。请在 Excel 或 WPS 中打开并另存一份，再试。',
    'errors.sheet-bomb':
      '这个文件展开后会异常庞大，可能是恶意文件，已拒绝打开，没有改动任何内容。请确认文件来源。',
    'errors.sheet-large':
      '这个表格太大，没有读入。请删去多余的工作表、空行和图片，或分成几份后再打开。',
    'errors.attachment-altered':
      '“{name}”的文件已损坏或被改动，没有打开，记录不受影响。请重新添加原文件，或从备份中找回。',
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
      'This unit is open elsewhere ({who}), so it is not opened here. Close the program there first.',
    'errors.workspace-newer':
      'This data was written by a newer version and was left untouched. Install the new version to open it.',
    'errors.workspace-damaged':
      'One place in the data is damaged ({file}, line {line}). To be safe it can only be looked at for now; everything else is there. Press "Look and repair".',
    'errors.workspace-unfinished':
      'Repairing or encrypting the data was cut short. Everything is there, but the folder must be writable to finish. Remove the write protection or free some space, then reopen.',
    'errors.workspace-copied': 'This is a copy of a data folder; it can only be looked at for now.',
    'errors.read-only': 'The data is open read-only and cannot be changed; nothing was lost.',
    'errors.stale-stamp':
      'The data was updated a moment ago and this step was not saved. Please try once more.',
    'errors.breaks-rule': '{sentence}',
    'errors.does-not-fit': 'This entry does not fit its format and was not saved. Please check it.',
    'errors.sealed':
      'This document is sealed and can no longer be changed or deleted; nothing was saved. If it is wrong, note a correction with its reason under “Documents”.',
    'errors.disk-full':
      'The disk is full. This step was not saved; everything before it is there. Free some space and try again.',
    'errors.no-access':
      'The place cannot be written (no permission, a read-only medium, or the file is open in another program). This step was not saved; everything before it is there. Close that program or check the folder and try again.',
    'errors.disk-failed':
      'The disk failed. This step was not saved; what was saved before is safe. Check the disk and back up soon.',
    'errors.folder-gone':
      'The folder or file cannot be found (moved, renamed, or the stick was pulled). This step was not saved; everything before it is there. Put it back or choose another place and try again.',
    'errors.package-unreadable':
      'This file is not a Touyan package or is damaged. Nothing was imported. Copy it again.',
    'errors.package-altered':
      'This package does not match its signature. Nothing was imported. Ask for it again.',
    'errors.package-newer':
      'This package was made by a newer version. Nothing was imported. Update this program first.',
    'errors.package-foreign': 'This package belongs to another unit. Nothing was imported.',
    'errors.package-locked':
      'This package is encrypted; nothing was imported. Enter the passphrase you were told.',
    'errors.package-untrusted':
      'This is the first package from "{device}"; nothing was imported. Compare the fingerprint with its owner first.',
    'errors.package-revoked':
      '"{device}" is not trusted any more; nothing was imported. Trust it again first if you want to.',
    'errors.package-key-changed':
      '"{device}" signs with another key than the trusted one; nothing was imported. Ask its owner and compare the new fingerprint.',
    'errors.counter-jump':
      'An action is numbered far beyond reason ({stamp}); nothing was written. Who made the package should repair the data and make a new one.',
    'errors.package-false-own': '"{device}" uses this PC’s own id or key; nothing was imported.',
    'errors.package-partial':
      'This package holds a part of the records only, so no PC can be set up from it; nothing was written. Ask for one with everything.',
    'errors.file-over-limit':
      'This stick (FAT32) takes no file over 4 GB; nothing was written or left on it. Export without files, or by period, or use an exFAT or NTFS stick.',
    'errors.safe-mode': 'Safe mode: no data was opened yet.',
    'errors.path-too-long':
      'The file name or path is too long; nothing was written. Choose a shorter one.',
    'errors.name-refused':
      'This place does not take such a file name; nothing was written. Choose a name without special characters.',
    'errors.device-twice':
      'Two PCs use copies of one data folder (both write as {device}). Nothing was imported; both keep their data.',
    'errors.workspace-not-empty': 'This PC already holds a unit. Nothing was imported.',
    'errors.print-failed':
      'Printing did not finish: no printer is available or the pages could not be set. You can save a PDF.',
    'errors.locked':
      'The unit is locked. This step was not done; what was saved is safe. Unlock it with the passphrase first.',
    'errors.wrong-passphrase':
      'The passphrase or recovery code is not right; nothing was changed. Check capitals and input method and try again in {waitSeconds} seconds.',
    'errors.passphrase-wait':
      'There were wrong tries a moment ago, so this one was not looked at. Try again in {waitSeconds} seconds.',
    'errors.weak-passphrase':
      'The passphrase is too short or easily guessed and was not taken. Use at least {least} characters, e.g. a sentence only you know.',
    'errors.file-empty':
      '"{name}" is empty (0 bytes) and was not added. Please check the file and choose again.',
    'errors.file-too-large':
      '"{name}" is longer than 200 MB and was not added. Compress it or split it, then add it again.',
    'errors.file-not-regular':
      '"{name}" is not a single file and was not added. Open the folder and choose the files in it.',
    'errors.file-unreadable':
      '"{name}" cannot be read (moved, stick pulled, or no permission) and was not added. Check it and choose again.',
    'errors.file-remote':
      '“{name}” is on a network share or a device and was not touched. Copy it to this PC or a stick first.',
    'errors.file-changed':
      '"{name}" was changed by another program while it was copied and was not added. Save and close it there, then add it again.',
    'errors.file-runnable':
      '"{name}" is a program or script and is not opened from here, to be safe. The file is kept; save it elsewhere if you need it.',
    'errors.file-macros':
      '"{name}" holds macros and is not opened from here. The file is kept; save it elsewhere if you know its origin.',
    'errors.file-not-document':
      '"{name}" is no document or picture and is not opened from here. The file is kept; save it elsewhere to use it.',
    'errors.file-no-program':
      'This PC has no program for "{name}". The file is kept; save it and open it on another PC.',
    'errors.attachment-missing':
      'The file "{name}" is not on this PC; the record is not affected. Add it again or get it from a backup.',
    'errors.backup-damaged':
      'This backup is damaged or incomplete. Nothing was restored or changed. Choose another one.',
    'errors.sheet-encrypted':
      'This workbook asks for a password and cannot be read. Nothing was changed. Save a copy without password and open that.',
    'errors.sheet-old':
      'This is a sheet of an old kind (.xls, .et …). Nothing was changed. Save it as .xlsx and open that.',
    'errors.sheet-other':
      'This file is no workbook ({form}). Nothing was changed. Open it in an office program, save it as .xlsx and try again.',
    'errors.sheet-damaged':
      'This workbook is damaged or incomplete. Nothing was changed. Open it in an office program, save a copy and try that.',
    'errors.sheet-bomb':
      'This file would unpack to an enormous size and may be malicious. It was refused and nothing was changed. Make sure where it comes from.',
    'errors.sheet-large':
      'This sheet is too large and was not read. Remove sheets, rows and pictures that are not needed, or split it.',
    'errors.attachment-altered':
      'The file "{name}" is damaged or was altered and was not opened; the record is not affected. Add the original again or get it from a backup.',
  },
);
