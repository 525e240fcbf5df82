export default function TargetsPage() { return <section className="ty-page">Targets</section>; }
