import type { Answer } from './response';

/** Answers one request from its head to its end. Throws Refused before the head, ClientGone at any time. */
export type Work = (answer: Answer) => void | Promise<void>;

/** Reads what a request asks of its endpoint; throws Refused before anything is taken or held for it. */
export type Prepare = (query: URLSearchParams) => Work;
