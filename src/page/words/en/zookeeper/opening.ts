/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'α writes at S1, which has passed it on: S3 leads and proposes it as 1·3. It counts when two of three have logged it.';
