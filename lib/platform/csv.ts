export type CsvCell = string | number | boolean | null | undefined;

/**
 * One line of RFC 4180, CRLF included. A cell that a spreadsheet would run as a formula (=, +, -, @, tab, carriage return) is led
 * by an apostrophe: names and labels are written by others (OWASP CSV injection). Plain numbers stay numbers.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: CsvCell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r\n]/.test(value) && !/^[+-]?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
