export default function MechanismsPage() { return <section className="ty-page">Mechanisms</section>; }
