export default function RatingPage() { return <section className="ty-page">Rating</section>; }
