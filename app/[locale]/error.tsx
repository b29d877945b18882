'use client';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { useLabels } from '@/components/ui/labels-context';

/** Something broke on our side: say so, keep what can be kept, offer to try again. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const label = useLabels();
  useEffect(() => {
    document.title = label('brokenTitle');
  }, [label]);
  return (
    <main id="main" className="page" data-width="narrow">
      <div className="page-head">
        <h1>{label('brokenTitle')}</h1>
        <p className="lead">{label('brokenLead')}</p>
      </div>
      <div className="btn-row">
        <Button onClick={reset}>{label('tryAgain')}</Button>
      </div>
      {error.digest ? (
        <p className="quiet mt-6 figures">
          {label('reference')} {error.digest}
        </p>
      ) : null}
    </main>
  );
}
