/** Where errors that are missing, and our own bugs, are collected. */
export const ISSUES = 'https://github.com/zerogpu-advisor/zerogpu-advisor/issues';
