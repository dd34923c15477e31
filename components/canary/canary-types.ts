/** How times are shown to this reader. */
export interface Display {
  locale: string;
  timeZone: string;
  now: string;
}
