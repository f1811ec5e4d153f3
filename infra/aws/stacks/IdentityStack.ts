/**
 * Who staff are: one user pool with a group per role and a public client for the web. It outlives every deployment,
 * because a decision on money names its `sub` (four eyes).
 */
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import { rollen } from '../../../functions/contract/route.ts'
import { acknowledge } from '../acknowledge.ts'
import type { Environment } from '../config.ts'

export class IdentityStack extends Stack {
  readonly client: UserPoolClient
  /** `iss` of the tokens. */
  readonly issuer: string
  /** Origins that the browser talks to when it signs in; known before deployment. */
  readonly origins: { issuer: string; signIn: string }

  constructor(scope: Construct, id: string, props: StackProps & { environment: Environment }) {
    super(scope, id, { ...props, description: 'Kernpunt: medewerkers en hun rollen' })
    const { domain, region, signInPrefix } = props.environment

    const pool = new UserPool(this, 'UserPool', {
      // The user name is what an access token says of a person, so it stands beside what they decide.
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      selfSignUpEnabled: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: {
        emailSubject: 'Uw account voor Kernpunt',
        emailBody: `U kunt zich aanmelden op https://${domain}/werkplek als {username} met dit tijdelijke wachtwoord: {####}`,
      },
      userVerification: {
        emailSubject: 'Uw code voor Kernpunt',
        emailBody: 'Uw code voor Kernpunt is {####}. Deel die met niemand.',
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      featurePlan: FeaturePlan.ESSENTIALS,
      removalPolicy: RemovalPolicy.RETAIN,
      deletionProtection: true,
    })
    acknowledge(
      pool,
      'COG8',
      'The Plus plan adds threat protection per active user; a few dozen staff with required MFA do without.',
    )
    for (const groupName of rollen)
      new CfnUserPoolGroup(this, groupName, { userPoolId: pool.userPoolId, groupName })
    pool.addDomain('SignIn', { cognitoDomain: { domainPrefix: signInPrefix } })

    this.client = pool.addClient('Web', {
      generateSecret: false,
      // Named as off, because naming none leaves Cognito's own: password sign-in outside the page.
      authFlows: { userPassword: false, userSrp: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`https://${domain}/aanmelden/klaar`],
        logoutUrls: [`https://${domain}/`],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(10),
    })
    this.issuer = pool.userPoolProviderUrl
    this.origins = {
      issuer: `https://cognito-idp.${region}.amazonaws.com`,
      signIn: `https://${signInPrefix}.auth.${region}.amazoncognito.com`,
    }
  }
}
