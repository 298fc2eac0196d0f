import { texts } from '../language/texts.js';

export const attendanceText = texts(
  {
    number: '编号',
    people: '人数',
    from: '开始',
    to: '结束（不含）',
    attendance: '考勤确认',
    attendanceIntro: '没有列出的人视为全月在岗。有不发补贴的日子，先登记请假或在更正中说明。',
    unit: '服务单位',
    unpaidDays: '不发补贴天数',
    attendanceStates: { confirmed: '已确认', missing: '未确认' },
    confirm: '确认本月考勤…',
    confirmQuestion: (month: string) => `确认 ${month} 全部人员的考勤`,
    confirmed: '已确认',
    attendanceNone: '这个月没有在岗人员',
    serves: '在岗',
  },
  {
    number: 'Number',
    people: 'People',
    from: 'From',
    to: 'To (not included)',
    attendance: 'Attendance',
    attendanceIntro:
      'Whoever is not named was there all month. Days without pay come from leaves, or from a correction.',
    unit: 'Service unit',
    unpaidDays: 'Days without pay',
    attendanceStates: { confirmed: 'Confirmed', missing: 'Missing' },
    confirm: 'Confirm the month…',
    confirmQuestion: (month) => `Confirm the attendance of everybody in ${month}`,
    confirmed: 'Confirmed',
    attendanceNone: 'Nobody was on post in this month',
    serves: 'On post',
  },
);
