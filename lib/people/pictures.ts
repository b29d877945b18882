/** Pictures come from our own file routes only: no third party learns who reads what. */
export const ownPicture = (url: string | null): string | undefined =>
  url && /^\/(api|media)\/(?!\/)/.test(url) ? url : undefined;
