/** Whether a logo is a sign without letters, judged by its shape: words make a logo wide. */
export function isMark({ width, height }: { width: number; height: number }): boolean {
  return width < height * 1.6;
}
