import type { Bilingual } from '../../shared/catalogue/row';

const text = (zh: string, en: string): Bilingual => ({ zh, en });

/**
 * What the label of a change set reads like. An action of this app without an entry here does not
 * compile; labels of other versions read as `otherAction`.
 */
export const actionLabels = {
  'unit.found': text('建立单位', 'Set up the unit'),
  'unit.create': text('建立单位', 'Set up the unit'),
  'unit.set': text('修改单位设置', 'Changed the unit’s settings'),
  'holiday.set': text('采用节假日安排', 'Took holidays over'),
  'device.owner': text('设定本机使用人', 'Set whose PC this is'),
  'person.add': text('新增人员', 'Added a person'),
  'person.create': text('录入人员', 'Entered people'),
  'person.set': text('修改人员', 'Changed a person'),
  'person.replace': text('调整人员', 'Replaced a person'),
  'person.delete': text('删除人员', 'Deleted a person'),
  'charge.save': text('填写线·点·项', 'Filled in line, point and project'),
  'rating.set': text('自评打分', 'Rated an item'),
  'rating.submit': text('提交自评', 'Submitted the self-rating'),
  'rating.return': text('退回自评', 'Returned a self-rating'),
  'rating.reopen': text('重新填写自评', 'Reopened the self-rating'),
  'indicator.set': text('修改自评指标', 'Changed the indicators'),
  'rating.comment': text('填写点评', 'Commented on a self-rating'),
  'sheet.set': text('填写自评小结', 'Wrote about the period'),
  'activity.add': text('新增台账记录', 'Added a register record'),
  'activity.create': text('新增台账记录', 'Added a register record'),
  'activity.set': text('修改台账记录', 'Changed a register record'),
  'rule.revise': text('修订制度', 'Revised a rule'),
  'party.plan': text('编制活动日安排', 'Planned the activity days'),
  'steps.save': text('填写党员五步', 'Filled in the five steps'),
  'activity.delete': text('删除台账记录', 'Deleted a register record'),
  'filter.save': text('保存筛选', 'Saved a filter'),
  'filter.delete': text('删除筛选', 'Deleted a filter'),
  'habit.set': text('记录习惯', 'Noted a habit'),
  'confidential.set': text('填写保密内容', 'Wrote confidential content'),
  'mark.set': text('标记事项', 'Marked a duty'),
  'mark.save': text('标记事项', 'Marked a duty'),
  'assignment.save': text('指定责任人', 'Set who answers for a duty'),
  'task.add': text('新增任务', 'Added a task'),
  'task.create': text('新增任务', 'Added tasks'),
  'task.save': text('保存任务', 'Saved a task'),
  'task.set': text('修改任务', 'Changed a task'),
  'task.close': text('任务销号', 'Closed a task'),
  'task.outline': text('分解任务', 'Broke work down into tasks'),
  'task.copy': text('沿用任务', 'Copied tasks of an earlier period'),
  'task.issue': text('下达任务', 'Issued tasks'),
  'task.urge': text('催办任务', 'Pressed for tasks'),
  'task.return': text('退回任务', 'Gave tasks back'),
  'task.extend': text('任务延期', 'Put deadlines off'),
  'task.assign': text('调整任务', 'Changed tasks'),
  'task.reopen': text('恢复任务', 'Reopened a task'),
  'task.delete': text('删除任务', 'Deleted a task'),
  'progress.create': text('填报进度', 'Reported progress'),
  'target.add': text('新增目标', 'Added a target'),
  'target.create': text('新增目标', 'Added targets'),
  'target.set': text('修改目标', 'Changed a target'),
  'target.delete': text('删除目标', 'Deleted a target'),
  'milestone.save': text('更新目标节点', 'Updated a milestone'),
  'measurement.correct': text('更正目标完成数', 'Corrected a value of a target'),
  'consequence.add': text('登记奖惩追责', 'Recorded a reward or penalty'),
  'consequence.set': text('修改奖惩追责', 'Changed a reward or penalty'),
  'consequence.delete': text('删除奖惩追责', 'Deleted a reward or penalty'),
  'measurement.save': text('填报目标完成数', 'Entered a value of a target'),
  'passage.set': text('修改小结段落', 'Rewrote a paragraph'),
  'template.save': text('修改文书格式', 'Changed a document template'),
  'document.seal': text('封存文书', 'Sealed documents'),
  'document.correct': text('登记更正', 'Noted a correction'),
  'attachment.add': text('添加附件', 'Attached files'),
  'attachment.remove': text('移除附件', 'Removed a file'),
  'attachment.restore': text('恢复附件', 'Put a file back'),
  'history.restoreValue': text('恢复历史值', 'Restored an earlier value'),
  'history.restoreRecords': text('从回收站恢复', 'Restored from the recycle bin'),
  'sheet.import': text('从表格导入', 'Imported from a sheet'),
  'backup.restore': text('从备份恢复', 'Restored from a backup'),
  'transfer.export': text('导出数据包', 'Exported a package'),
  'transfer.import': text('导入数据包', 'Imported packages'),
  'transfer.undoImport': text('撤销导入', 'Took an import back'),
  'transfer.trust': text('设定信任的电脑', 'Set which PCs are trusted'),
  'conflict.settle': text('处理冲突', 'Settled a conflict'),
  'workspace.repair': text('修复数据', 'Repaired the data'),
} as const satisfies Record<string, Bilingual>;

/** Label of an action that this app carries out or knows. */
export type ActionLabel = keyof typeof actionLabels;

/** Undo and redo tell what they took back, where that is known. */
export const stepLabels = {
  undo: text('撤销', 'Undo'),
  redo: text('恢复', 'Redo'),
} as const;

/** What a label of another version of the app reads like. */
export const otherAction: Bilingual = text('其他操作', 'Other action');

/** A label in words. */
export function actionText(label: string): Bilingual {
  // Looked up by a text that may be any label; own keys only.
  if (Object.hasOwn(actionLabels, label)) return actionLabels[label as ActionLabel];
  return label === 'undo' || label === 'redo' ? stepLabels[label] : otherAction;
}
