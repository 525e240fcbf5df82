import { texts } from '../texts';

/** Loaded with the question itself. */
export const leavingTexts = texts(
  {
    'leaving.title': '“{title}”还没有保存',
    'leaving.title.none': '填写的内容还没有保存',
    'leaving.text': '要怎样处理填好的内容？留作草稿的，下次打开程序时在首页接着填。',
    'leaving.text.short': '要怎样处理填好的内容？',
    'leaving.save': '保存',
    'leaving.keep': '留作草稿',
    'leaving.drop': '放弃',
    'leaving.back': '返回',
    'drafts.title': '没有保存的草稿',
    'drafts.text': '上次填到一半，没有保存。接着填，或者删去。',
    'drafts.resume': '接着填',
    'drafts.drop': '删去草稿',
    'drafts.of': '{what}：{title}',
    'drafts.at': '{time}填写',
    'drafts.failed': '这份草稿原来所在的表单打不开了，草稿仍留着。',
    'drafts.wizard': '上次建立单位时填到一半，已接着上次的内容。',
    'drafts.wizard.anew': '清空重填',
  },
  {
    'leaving.title': '"{title}" is not saved',
    'leaving.title.none': 'What you typed is not saved',
    'leaving.text':
      'What should become of it? A draft waits on Home when you open the program again.',
    'leaving.text.short': 'What should become of it?',
    'leaving.save': 'Save',
    'leaving.keep': 'Keep as draft',
    'leaving.drop': 'Discard',
    'leaving.back': 'Go back',
    'drafts.title': 'Unsaved drafts',
    'drafts.text': 'You left these half filled in. Go on, or delete them.',
    'drafts.resume': 'Go on',
    'drafts.drop': 'Delete draft',
    'drafts.of': '{what}: {title}',
    'drafts.at': 'typed {time}',
    'drafts.failed': 'The form of this draft can no longer be opened; the draft is kept.',
    'drafts.wizard': 'You had begun to set up your unit; what you typed is back.',
    'drafts.wizard.anew': 'Start over',
  },
);
