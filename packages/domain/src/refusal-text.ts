/** What a Refusal answers by HTTP and says to people; `{name}` quotes a detail. */
export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 422 | 428 | 429 | 503;
  readonly zh: string;
  readonly en: string;
}
