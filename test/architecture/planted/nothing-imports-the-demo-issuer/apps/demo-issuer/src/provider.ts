export const everybody = 1;
