/** True for a file that is named as scenarios are. */
export const isScenarioFile = (path: string): boolean => /\.ya?ml$/i.test(path);
