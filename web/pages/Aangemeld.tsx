export default () => <p>Aangemeld</p>
