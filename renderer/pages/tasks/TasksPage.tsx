export default function TasksPage() { return <section className="ty-page">Tasks</section>; }
