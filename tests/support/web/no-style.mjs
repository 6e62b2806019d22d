/** Stands for every style sheet: without a browser nothing is laid out. */
export default {};
