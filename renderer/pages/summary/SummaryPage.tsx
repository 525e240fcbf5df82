export default function SummaryPage() { return <section className="ty-page">Summary</section>; }
