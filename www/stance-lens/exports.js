/** @param {any} a @param {any} f */
export const citation = (a, f) => ''; 
/** @param {any} a @param {any} f @param {any} b @param {any} c */
export const save = (a,b,c,f) => {};
