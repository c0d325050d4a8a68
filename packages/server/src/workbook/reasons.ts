import { defineReasons } from '@linli/core/refusal'

/** Why a file is no spreadsheet that we can read. */
export const reason = defineReasons({
  'sheet.not_a_sheet': { zh: '这不是 Excel 表格（.xlsx）或 CSV 文件，请选择正确的文件', en: 'This is neither an .xlsx nor a .csv file' },
  'sheet.old_format': {
    zh: '这是旧版 .xls 或加了密码的文件，请在 Excel 里去掉密码并“另存为 .xlsx”后再上传',
    en: 'This is an old .xls file or has a password; save it as .xlsx without one',
  },
  'sheet.macros': {
    zh: '文件里有宏，出于安全不接受，请“另存为 .xlsx（不含宏）”',
    en: 'The file has macros and is not accepted; save it as .xlsx without them',
  },
  'sheet.damaged': { zh: '文件已损坏，请用 Excel 打开后重新保存再上传', en: 'The file is damaged; open it in Excel and save it again' },
  'sheet.bomb': { zh: '文件展开后过大，已拒绝', en: 'The file grows too large when unpacked' },
  'sheet.too_many_rows': { zh: '一次最多导入 {max} 行，请分成几个文件', en: 'At most {max} rows at a time; split the file' },
  'sheet.too_many_columns': { zh: '最多 {max} 列', en: 'At most {max} columns' },
  'sheet.empty': { zh: '表格里没有数据', en: 'The sheet is empty' },
  'sheet.no_headings': {
    zh: '前 10 行里找不到表头。表头里至少要有：{titles}。可以先下载模板对照',
    en: 'No headings in the first 10 rows. At least these are needed: {titles}',
  },
})
