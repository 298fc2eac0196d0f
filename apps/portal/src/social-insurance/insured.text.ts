import { texts } from '../language/texts.js';

export const insuredText = texts(
  {
    title: '社会保险参保与代扣',
    intro:
      '每个月谁参加了哪个险种、单位和个人各缴多少，与上月比新增、停保的是谁。导出的表给经办机构，含完整身份证号，请按规定保管。',
    month: '月份（不选为上月）',
    name: '姓名',
    identityNumber: '身份证号',
    scheme: '险种',
    personal: '个人缴纳',
    employer: '单位缴纳',
    change: '与上月比',
    changes: { joined: '新增', stays: '续保', left: '停保' },
    none: '这个月没有参保记录，补贴发放后才有',
    toSlips: '与经办机构核定单核对',
  },
  {
    title: 'Social insurance',
    intro:
      'Who was insured in which scheme in a month, what employer and person paid, and who joined or left since the month before. The exported file is for the agency and holds whole identity numbers.',
    month: 'Month (last one if none)',
    name: 'Name',
    identityNumber: 'Identity number',
    scheme: 'Scheme',
    personal: 'Personal part',
    employer: "Employer's part",
    change: 'Against last month',
    changes: { joined: 'joined', stays: 'stays', left: 'left' },
    none: 'Nothing for this month; it follows the release of the subsidy',
    toSlips: "Compare with the agency's slip",
  },
);
