import { texts } from '../language/texts.js';

export const importText = texts(
  {
    file: '选择文件',
    columns: '表格的列：',
    noFile: '请先选择文件',
    upload: '上传并检查',
    done: (count: number) => `${count} 行已生效`,
    partly: (count: number, wrong: number) => `${count} 行已生效，${wrong} 处需要更正`,
    returned: '下载带有“问题”列的原表',
    errors: '需要更正的地方',
    where: '位置',
    detail: '原因',
    line: (line: number) => `第 ${line} 行`,
  },
  {
    file: 'Choose a file',
    columns: 'Columns of the sheet:',
    noFile: 'Choose a file first',
    upload: 'Upload and check',
    done: (count) => `${count} rows took effect`,
    partly: (count, wrong) => `${count} rows took effect, ${wrong} need a correction`,
    returned: 'Download your sheet with a column of problems',
    errors: 'What needs a correction',
    where: 'Where',
    detail: 'Reason',
    line: (line) => `Row ${line}`,
  },
);
