import { texts } from '../language/texts.js';

/** What the money side calls its codes; a code that is not here is shown as it is. */
export const moneyTermsText = texts(
  {
    sources: {
      central: '中央财政',
      provincial: '自治区财政',
      'league-city': '盟市财政',
      county: '旗县财政',
      unit: '服务单位',
    },
    components: {
      living: '生活补贴',
      hardship: '艰苦边远津贴',
      'board-lodging': '食宿补助',
      incentive: '奖励补助',
    },
    schemes: {
      pension: '养老保险',
      medical: '医疗保险',
      unemployment: '失业保险',
      injury: '工伤保险',
      maternity: '生育保险',
    },
    projects: { national: '全国项目', local: '地方项目', '*': '全部项目' },
    purposes: { subsidy: '补贴', office: '工作经费' },
    prorations: { calendar: '按天', half: '按半月', whole: '不足月也发全月' },
    roundings: { 'half-up': '四舍五入', up: '向上取整', down: '向下取整' },
  },
  {
    sources: {
      central: 'Central budget',
      provincial: 'Regional budget',
      'league-city': 'League-city budget',
      county: 'County budget',
      unit: 'Service unit',
    },
    components: {
      living: 'Living subsidy',
      hardship: 'Hardship allowance',
      'board-lodging': 'Board and lodging',
      incentive: 'Incentive',
    },
    schemes: {
      pension: 'Pension',
      medical: 'Medical',
      unemployment: 'Unemployment',
      injury: 'Work injury',
      maternity: 'Maternity',
    },
    projects: { national: 'National project', local: 'Local project', '*': 'Every project' },
    purposes: { subsidy: 'Subsidy', office: 'Office costs' },
    prorations: { calendar: 'by days', half: 'by half months', whole: 'whole month' },
    roundings: { 'half-up': 'half up', up: 'up', down: 'down' },
  },
);
