export default () => <p>Werkplek</p>
