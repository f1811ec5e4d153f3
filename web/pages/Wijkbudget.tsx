export default () => <p>Wijkbudget</p>
