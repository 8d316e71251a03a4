/** Everything one source shows, in one typed operation for each vendor: what the seed tables look into. */
import { graphql } from '../generated/index.js';

export const splunkEverything = graphql(`
  query SplunkEverything($name: String!) {
    source(name: $name) {
      name
      kind
      status
      version
      timeZone
      vendorFields
      localPeer {
        peerVendorId
        peerLabel
        managerGuid
        managerUri
        isManager
        features {
          name
          state
        }
        addOns
        licenseKeys
        connectionTimeout
        sendTimeout
        receiveTimeout
        squashThreshold
        lastManagerContactAttemptAt
        lastManagerContactSuccessAt
        lastTrackerDbServiceAt
        vendorFields
      }
      groups {
        nodes {
          name
          vendorId
          vendorFields
          quotas {
            dimension
            used
            limit
          }
          ... on SplunkGroup {
            isActive
            stacks {
              nodes {
                vendorId
              }
            }
          }
        }
      }
      licenses {
        nodes {
          vendorId
          createdAt
          expiresAt
          features
          reportedStatus
          vendorFields
          group {
            vendorId
          }
          ... on SplunkLicense {
            label
            licenseHash
            maxViolations
            quotaBytes
            sourcetypes
            type
            windowPeriod
            stack {
              vendorId
            }
          }
        }
      }
      messages {
        nodes {
          vendorId
          category
          createdAt
          description
          severity
          vendorFields
          pool {
            id
          }
          peer {
            id
          }
          stack {
            id
          }
        }
      }
      pools {
        nodes {
          vendorId
          name
          description
          isMax
          limit
          used
          peerVendorIds
          acceptsAllPeers
          vendorFields
          stack {
            vendorId
          }
          peerUsages {
            peerVendorId
            usedBytes
          }
        }
      }
      peers {
        nodes {
          vendorId
          label
          warningCount
          vendorFields
          pools {
            nodes {
              vendorId
            }
          }
          stacks {
            nodes {
              vendorId
            }
          }
        }
      }
      stacks {
        nodes {
          vendorId
          label
          quotaBytes
          type
          vendorFields
        }
      }
    }
  }
`);

export const reconEverything = graphql(`
  query ReconEverything($name: String!) {
    source(name: $name) {
      licenses {
        nodes {
          reportedStatus
          expiresAt
          vendorFields
          ... on EnterpriseReconLicense {
            model
            edition
            company
            warning
            pendingBytes
            pendingScans
          }
        }
      }
      targets {
        nodes {
          vendorId
          name
          type
          licensed
          vendorFields
          pool {
            id
          }
        }
      }
      pools {
        nodes {
          vendorId
          name
          unit
          limit
          used
          vendorFields
        }
      }
      dataUsages {
        nodes {
          vendorId
          location
          type
          bytes
          attribution
          vendorFields
          pool {
            id
          }
          target {
            id
          }
        }
      }
    }
  }
`);

export const keygenEverything = graphql(`
  query KeygenEverything($name: String!) {
    source(name: $name) {
      licenses {
        nodes {
          id
          vendorId
          name
          reportedStatus
          createdAt
          expiresAt
          vendorFields
          group {
            id
          }
          ... on KeygenLicense {
            key
            uses
            protected
            version
            suspended
            scheme
            encrypted
            floating
            strict
            maxMachines
            maxProcesses
            maxUsers
            maxCores
            maxUses
            requireHeartbeat
            requireCheckIn
            lastValidatedAt
            lastCheckOutAt
            lastCheckInAt
            nextCheckInAt
            updatedAt
            metadata
            machineCount
            userCount
            accountVendorId
            productVendorId
            ownerVendorId
            environmentVendorId
            entitlements {
              code
            }
            policy {
              vendorId
            }
          }
        }
      }
    }
  }
`);
