/** Exit codes of everything that is started with arguments, the contract that scripts rely on. */
export const EXIT = { done: 0, badArguments: 2, noMedia: 3, laneFailed: 4 } as const;
