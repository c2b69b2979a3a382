/** How main answers a request: an error crosses as its sentence alone, without a stack or a class name. */
export type Reply = { ok: true; value: unknown } | { ok: false; message: string };
