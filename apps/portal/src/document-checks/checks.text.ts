import { texts } from '../language/texts.js';

export const checksText = texts(
  {
    titles: { 'confirmation-notice': '核对确认通知书', 'registration-form': '核对报名登记表' },
    isGenuine: '这份材料是真的，现在有效',
    reasons: {
      forged: '这份材料不是本系统签发的，或签发后被改过',
      'other-number': '二维码与材料上的编号对不上',
      unknown: '系统里没有这份材料',
      superseded: '这份材料已经不是最新的：打印之后，登记的内容有了变化',
      void: '这份材料已经失效：录取已经终止',
    },
    next: {
      forged: '请不要采信。可以请持有人重新打印一份，再扫描新的二维码。',
      'other-number': '请重新扫描完整的二维码；仍然对不上的，请不要采信。',
      unknown: '请重新扫描；仍然没有的，请与签发材料的项目办联系。',
      superseded: '请持有人登录系统，重新打印一份。',
      void: '请与签发材料的项目办联系。',
    },
    number: '编号',
    holder: '持有人',
    issuedOn: '签发日期',
    compare: '请与纸质材料逐项对照。为保护个人信息，这里只显示姓氏。',
    contacts: '各级项目办联系方式',
  },
  {
    titles: {
      'confirmation-notice': 'Check a confirmation notice',
      'registration-form': 'Check a registration form',
    },
    isGenuine: 'This paper is genuine and in force',
    reasons: {
      forged: 'This paper was not issued by this system, or was changed afterwards',
      'other-number': 'The code does not belong to the number on the paper',
      unknown: 'The system knows no such paper',
      superseded: 'This paper is out of date: what is on record has changed since it was printed',
      void: 'This paper is no longer in force: the admission has ended',
    },
    next: {
      forged: 'Please do not rely on it. Ask the holder to print another, and scan its code.',
      'other-number': 'Scan the whole code once more; if it still does not fit, do not rely on the paper.',
      unknown: 'Scan it once more; if it stays unknown, ask the office that issued it.',
      superseded: 'Ask the holder to sign in and print another.',
      void: 'Please ask the office that issued it.',
    },
    number: 'Number',
    holder: 'Holder',
    issuedOn: 'Issued',
    compare: 'Compare each line with the paper. Only the family name is shown, to protect the person.',
    contacts: 'Contacts of the offices',
  },
);
