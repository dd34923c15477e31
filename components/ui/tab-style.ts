export const TAB_BAR = 'relative flex gap-5 overflow-x-auto border-b border-border [scrollbar-width:none]';
export const TAB =
  '-mb-px flex h-9 shrink-0 items-center border-b-2 font-medium whitespace-nowrap transition-colors focus-visible:-outline-offset-2';
