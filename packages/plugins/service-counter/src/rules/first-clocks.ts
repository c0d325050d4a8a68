/** Cases of each kind that a page of clocks lists at first, and when more are asked for: every line has its clock read. */
export const FIRST_CLOCKS = 20
export const MOST_CLOCKS = 100
